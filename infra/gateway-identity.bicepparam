using 'main.bicep'

// The gateway checks the caller and calls the function with its managed identity.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = readEnvironmentVariable('GATEHOUSE_CLOUD', 'AzureCloud')
param codeDeployed = json(readEnvironmentVariable('GATEHOUSE_CODE_DEPLOYED', 'false'))
param deployedFlow = 'gateway-identity'
param tokenCheck = 'validate-azure-ad-token'
param gatewaySku = 'Consumption'
param publisherEmail = readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable('GATEHOUSE_REGISTRATIONS', 'null'))
param sampleClient = json(readEnvironmentVariable('GATEHOUSE_SAMPLE_CLIENT', 'null'))
