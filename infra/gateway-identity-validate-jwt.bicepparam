using 'main.bicep'

// As gateway-identity, with validate-jwt and the rate limited by client: BasicV2, see main-validate-jwt.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = readEnvironmentVariable('GATEHOUSE_CLOUD', 'AzureCloud')
param codeDeployed = json(readEnvironmentVariable('GATEHOUSE_CODE_DEPLOYED', 'false'))
param deployedFlow = 'gateway-identity'
param tokenCheck = 'validate-jwt'
param gatewaySku = 'BasicV2'
param publisherEmail = readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable('GATEHOUSE_REGISTRATIONS', 'null'))
param sampleClient = json(readEnvironmentVariable('GATEHOUSE_SAMPLE_CLIENT', 'null'))
