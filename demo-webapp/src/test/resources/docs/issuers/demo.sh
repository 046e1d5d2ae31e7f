# region: keycloak
AUTH_TRUSTED_ISSUERS='http://localhost:8180/realms/demo audience=demo-api insecureHttp=true' \
  java -jar demo-webapp/target/demo-webapp.war
# endregion
