using '../main.bicep'

// For developers: costs next to nothing while idle; a pipeline's tests call as the sample client.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = 'AzureCloud'
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param gateway = {
  sku: 'Consumption'
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
  browserOrigins: ['http://localhost:5173']
}
param app = { memory: 512, maximumInstances: 2 }
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param sampleClient = {
  issuer: 'https://token.actions.githubusercontent.com'
  subject: readEnvironmentVariable('GATEHOUSE_SAMPLE_SUBJECT', 'repo:example/gatehouse:environment:dev')
  roles: ['Accounts.Read']
}
param alerts = { availabilityTests: false }
