using '../main.bicep'

// Production: no public address of app and storage, instances in several zones and one that is always ready, logs for 90 days.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = 'AzureCloud'
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param deployedFlow = 'gateway-identity'
param gateway = {
  sku: 'StandardV2'
  units: 2
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
}
param app = { java: '21', memory: 2048, maximumInstances: 100, alwaysReady: 2, zoneRedundant: true }
param lock = 'private-endpoint'
param codeFrom = json(readEnvironmentVariable('GATEHOUSE_CODE_FROM', '[]'))
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param alerts = {
  email: readEnvironmentVariable('GATEHOUSE_ALERT_EMAIL', 'alerts@example.com')
  sms: json(readEnvironmentVariable('GATEHOUSE_ALERT_SMS', '{"countryCode":"49","phoneNumber":"15100000000"}'))
  signInLogs: true
  retentionInDays: 90
}
