using 'main.bicep'

// azd takes this file; each value can be set for it, such as: azd env set GATEHOUSE_FLOW gateway-identity
// any(): the variables are strings, and main.bicep says which ones it takes
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = readEnvironmentVariable('GATEHOUSE_CLOUD', 'AzureCloud')
param deployedFlow = any(readEnvironmentVariable('GATEHOUSE_FLOW', 'caller-token'))
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param gateway = {
  sku: any(readEnvironmentVariable('GATEHOUSE_GATEWAY_SKU', 'Consumption'))
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
  browserOrigins: json(readEnvironmentVariable('GATEHOUSE_BROWSER_ORIGINS', '[]'))
  tokenCheck: any(readEnvironmentVariable('GATEHOUSE_TOKEN_CHECK', 'validate-azure-ad-token'))
}
param app = { java: any(readEnvironmentVariable('GATEHOUSE_JAVA', '21')) }
param lock = any(readEnvironmentVariable('GATEHOUSE_LOCK', 'none'))
param codeFrom = json(readEnvironmentVariable('GATEHOUSE_CODE_FROM', '[]'))
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable('GATEHOUSE_REGISTRATIONS', 'null'))
param sampleClient = json(readEnvironmentVariable('GATEHOUSE_SAMPLE_CLIENT', 'null'))
param alerts = {
  email: readEnvironmentVariable('GATEHOUSE_ALERT_EMAIL', readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com'))
  sms: json(readEnvironmentVariable('GATEHOUSE_ALERT_SMS', 'null'))
  availabilityTests: json(readEnvironmentVariable('GATEHOUSE_AVAILABILITY_TESTS', 'true'))
  signInLogs: json(readEnvironmentVariable('GATEHOUSE_SIGN_IN_LOGS', 'false'))
}
