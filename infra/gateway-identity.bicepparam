using 'main.bicep'

// The gateway checks the caller and calls the function with its managed identity.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = readEnvironmentVariable('GATEHOUSE_CLOUD', 'AzureCloud')
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param deployedFlow = 'gateway-identity'
param gateway = {
  sku: 'Consumption'
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
  tokenCheck: 'validate-azure-ad-token'
}
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable('GATEHOUSE_REGISTRATIONS', 'null'))
param sampleClient = json(readEnvironmentVariable('GATEHOUSE_SAMPLE_CLIENT', 'null'))
