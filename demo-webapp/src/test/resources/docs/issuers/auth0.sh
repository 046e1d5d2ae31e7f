# region: client
curl -s -d grant_type=client_credentials -d "client_id=$CLIENT_ID" -d "client_secret=$CLIENT_SECRET" \
  -d audience=https://api.example.com https://example.eu.auth0.com/oauth/token
# endregion
