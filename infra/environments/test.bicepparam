using '../main.bicep'

// As production calls the function, but without its network and instances: the network lock is the region's service tag.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = 'AzureCloud'
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param deployedFlow = 'gateway-identity'
param gateway = {
  sku: 'Consumption'
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
  rateLimit: { calls: 120, seconds: 60 }
}
param app = { maximumInstances: 10 }
param lock = 'service-tag'
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param alerts = { email: readEnvironmentVariable('GATEHOUSE_ALERT_EMAIL', 'alerts@example.com') }
