exports.onExecutePostLogin = async (event, api) => {
  if (event.authorization) {
    api.accessToken.setCustomClaim("https://api.example.com/roles", event.authorization.roles);
  }
};
