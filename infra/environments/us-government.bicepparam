using '../main.bicep'

// Azure for the US government: registrations are made by hand, validate-jwt, a tier with addresses of its own.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', '')
param key = any(readEnvironmentVariable('GATEHOUSE_KEY', 'none'))
param cloud = 'AzureUSGovernment'
param gateway = {
  sku: 'Developer'
  publisherEmail: readEnvironmentVariable('GATEHOUSE_PUBLISHER_EMAIL', 'api@example.com')
}
param lock = 'gateway-addresses'
param clients = json(readEnvironmentVariable('GATEHOUSE_CLIENTS', '[]'))
param users = json(readEnvironmentVariable('GATEHOUSE_USERS', '[]'))
param registrations = json(readEnvironmentVariable(
  'GATEHOUSE_REGISTRATIONS',
  '{"apiClientId":"7f6c1c2e-5f0b-4b8e-9a57-0d4f5a6b7c80","apiUri":"api://accounts","frontClientId":"7f6c1c2e-5f0b-4b8e-9a57-0d4f5a6b7c80","frontUri":"api://accounts"}'
))
