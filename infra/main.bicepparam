using 'main.bicep'

// azd takes this file; each value can be set for it, such as: azd env set GATEHOUSE_FLOW gateway-identity
// any(): the variables are strings, and main.bicep says which ones it takes
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param cloud = readEnvironmentVariable('GATEHOUSE_CLOUD', 'AzureCloud')
param codeDeployed = json(readEnvironmentVariable('GATEHOUSE_CODE_DEPLOYED', 'false'))
param deployedFlow = any(readEnvironmentVariable('GATEHOUSE_FLOW', 'caller-token'))
param tokenCheck = any(readEnvironmentVariable('GATEHOUSE_TOKEN_CHECK', 'validate-azure-ad-token'))
param gatewaySku = any(readEnvironmentVariable('GATEHOUSE_GATEWAY_SKU', 'Consumption'))
param publisherEmail = readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
param alertEmail = readEnvironmentVariable('GATEHOUSE_ALERT_EMAIL', readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com'))
param alertSms = json(readEnvironmentVariable('GATEHOUSE_ALERT_SMS', 'null'))
param signInLogs = json(readEnvironmentVariable('GATEHOUSE_SIGN_IN_LOGS', 'false'))
param availabilityTests = json(readEnvironmentVariable('GATEHOUSE_AVAILABILITY_TESTS', 'true'))
param javaVersion = any(readEnvironmentVariable('GATEHOUSE_JAVA', '21'))
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable('GATEHOUSE_REGISTRATIONS', 'null'))
param sampleClient = json(readEnvironmentVariable('GATEHOUSE_SAMPLE_CLIENT', 'null'))
param lock = any(readEnvironmentVariable('GATEHOUSE_LOCK', 'none'))
