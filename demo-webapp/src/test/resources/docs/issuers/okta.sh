# region: client
curl -s -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials -d scope=me \
  https://dev-1234.okta.com/oauth2/default/v1/token
# endregion
