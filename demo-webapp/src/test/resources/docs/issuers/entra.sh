# region: client
curl -s -d grant_type=client_credentials -d "client_id=$CLIENT_ID" -d "client_secret=$CLIENT_SECRET" \
  -d scope=api://66666666-7777-8888-9999-000000000000/.default \
  https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token
# endregion
