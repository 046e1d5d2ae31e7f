package io.github.authfilters.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens in the shapes that the providers document, by name. */
final class ProviderTokens {

  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String API = "66666666-7777-8888-9999-000000000000";

  private final Map<String, String> tokens = new LinkedHashMap<>();

  ProviderTokens(LocalProvider provider) {
    String jwt = ",\"typ\":\"JWT\"";
    put(
        "keycloak",
        provider.token(
            jwt,
            """
            {"jti":"onrtro:1","iss":"https://sso.example.com/realms/demo","aud":["demo-api","account"],
             "sub":"c5e0d918-4abb-47fa-bc7b-090d6d78dab0","typ":"Bearer","azp":"demo","sid":"s",
             "realm_access":{"roles":["offline_access"]},
             "resource_access":{"demo-api":{"roles":["editor"]},"account":{"roles":["view-profile"]}},
             "scope":"openid me profile","name":"Kim Keycloak","preferred_username":"kim"}"""));
    put(
        "keycloak, no aud",
        provider.token(
            jwt,
            """
            {"jti":"onrtro:2","iss":"https://sso.example.com/realms/demo","sub":"c5e0d918","typ":"Bearer",
             "azp":"other","realm_access":{"roles":["editor"]},"scope":"openid me"}"""));
    put(
        "keycloak, ID token",
        provider.token(
            jwt,
            """
            {"jti":"3","iss":"https://sso.example.com/realms/demo","aud":"demo-api","sub":"c5e0d918",
             "typ":"ID","azp":"demo-api","at_hash":"T_Z9GUzZ8boA","preferred_username":"kim"}"""));
    putOkta(provider);
    putAuth0(provider, jwt);
    putEntra(provider, jwt);
  }

  private void putOkta(LocalProvider provider) {
    String issuer = "https://dev-1234.okta.com/oauth2/default";
    put(
        "okta",
        provider.token(
            "",
            """
            {"ver":1,"jti":"AT.1","iss":"%s","aud":"api://default","cid":"0oa1","uid":"00u1",
             "scp":["openid","me"],"sub":"olivia@example.com","groups":["Everyone","editor"]}"""
                .formatted(issuer)));
    put(
        "okta, another server's audience",
        provider.token(
            "",
            """
            {"ver":1,"jti":"AT.2","iss":"%s","aud":"https://other.example.com","cid":"0oa1",
             "scp":["me"],"sub":"olivia@example.com"}"""
                .formatted(issuer)));
    put(
        "okta, ID token",
        provider.token(
            "",
            """
            {"ver":1,"jti":"ID.1","iss":"%s","aud":"api://default","sub":"00u1","amr":["pwd"],
             "idp":"00o1","nonce":"UBGW","auth_time":1,"groups":["editor"]}"""
                .formatted(issuer)));
    put(
        "okta, org server",
        provider.token(
            ",\"typ\":\"application/okta-internal-at+jwt\"",
            """
            {"ver":1,"jti":"AT.3","iss":"https://dev-1234.okta.com","aud":"https://dev-1234.okta.com",
             "cid":"0oa1","scp":["openid"],"sub":"olivia@example.com"}"""));
  }

  private void putAuth0(LocalProvider provider, String jwt) {
    String claims =
        """
        {"iss":"https://example.eu.auth0.com/","sub":"auth0|123456","azp":"client",
         "aud":%s,"scope":"openid me","permissions":["me"],"https://api.example.com/roles":["editor"]}""";
    String api = "[\"https://api.example.com\",\"https://example.eu.auth0.com/userinfo\"]";
    put("auth0", provider.token(jwt, claims.formatted(api)));
    put("auth0, RFC 9068", provider.token(",\"typ\":\"at+jwt\"", claims.formatted(api)));
    put(
        "auth0, another API",
        provider.token(jwt, claims.formatted("\"https://other.example.com\"")));
    put(
        "auth0, no slash",
        provider.token(
            jwt, claims.formatted(api).replace("auth0.com/\",\"sub", "auth0.com\",\"sub")));
    put(
        "auth0, ID token",
        provider.token(
            jwt,
            """
            {"iss":"https://example.eu.auth0.com/","aud":"client","sub":"auth0|123456","nonce":"n",
             "nickname":"ann","name":"Ann Auth0","https://api.example.com/roles":["editor"]}"""));
    String encrypted =
        TokenForge.base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..aXY.Y2lwaGVy.dGFn";
    put("auth0, no audience asked for", encrypted);
  }

  private void putEntra(LocalProvider provider, String jwt) {
    String second =
        """
        {"aud":"%s","iss":"https://login.microsoftonline.com/%s/v2.0","nbf":1,"azp":"client",
         "azpacr":"0","name":"Enno Entra","oid":"o","preferred_username":"enno@example.com","rh":"r",
         "roles":["editor"],"scp":"me","sub":"AAAAAAAAAAAAAAAAAAAAA","tid":"%s","uti":"u","ver":"2.0"}""";
    put("entra", provider.token(jwt, second.formatted(API, TENANT, TENANT)));
    put(
        "entra, another tenant",
        provider.token(jwt, second.formatted(API, "99999999-9999", "99999999-9999")));
    put(
        "entra, v2 with the v1 audience",
        provider.token(jwt, second.formatted("api://" + API, TENANT, TENANT)));
    put(
        "entra, ID token",
        provider.token(
            jwt,
            """
            {"aud":"%s","iss":"https://login.microsoftonline.com/%s/v2.0","nbf":1,"nonce":"n",
             "name":"Enno Entra","preferred_username":"enno@example.com","roles":["editor"],
             "sub":"AAAAAAAAAAAAAAAAAAAAA","tid":"%s","ver":"2.0"}"""
                .formatted(API, TENANT, TENANT)));
    String first =
        """
        {"aud":"%s","iss":"https://sts.windows.net/%s/","nbf":1,"appid":"client","appidacr":"0",
         "name":"Enno Entra","oid":"o","upn":"enno@example.com","roles":["editor"],"scp":"me",
         "sub":"BBBBBBBBBBBBBBBBBBBBB","tid":"%s","unique_name":"enno@example.com","ver":"1.0"}""";
    put(
        "entra, v1",
        provider.token(jwt + ",\"x5t\":\"k1\"", first.formatted("api://" + API, TENANT, TENANT)));
    put(
        "entra, for Microsoft Graph",
        provider.token(
            jwt + ",\"nonce\":\"n\",\"x5t\":\"k1\"",
            first.formatted("00000003-0000-0000-c000-000000000000", TENANT, TENANT)));
  }

  private void put(String name, String token) {
    tokens.put(name, token);
  }

  String named(String name) {
    String token = tokens.get(name);
    if (token == null) {
      throw new IllegalArgumentException("no such token: " + name);
    }
    return token;
  }
}
