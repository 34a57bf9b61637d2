using 'main.bicep'

// validate-jwt, and the rate limited by client: BasicV2 is the cheapest SKU with rate-limit-by-key and a service level.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = readEnvironmentVariable('GATEHOUSE_CLOUD', 'AzureCloud')
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param deployedFlow = 'caller-token'
param gateway = {
  sku: 'BasicV2'
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
  tokenCheck: 'validate-jwt'
}
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable('GATEHOUSE_REGISTRATIONS', 'null'))
param sampleClient = json(readEnvironmentVariable('GATEHOUSE_SAMPLE_CLIENT', 'null'))
