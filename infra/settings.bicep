@description('Name of the function app.')
param functionAppName string

@description('Client id of the function app\'s identity.')
param identityClientId string

@description('Address of the storage account\'s blob service.')
param blobEndpoint string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('The cloud\'s login service, without a trailing slash.')
param loginEndpoint string

@description('The tenant whose tokens are accepted.')
param tenantId string

@description('Client id of the API\'s registration: the audience.')
param apiClientId string

@description('App ID URI of the API\'s registration.')
param apiUri string

@description('Client ids of the applications that may call.')
param allowedClients string[]

@description('Object id of the one principal that may call, or any.')
param allowedPrincipals string

@description('Object id of the gateway\'s identity if it calls on behalf of others, or none.')
param forwardingGateway string

@description('Address of the storage account\'s table service.')
param tableEndpoint string

@description('The cloud\'s Microsoft Graph, without a trailing slash.')
param graphEndpoint string

@description('Whether the function calls other APIs on behalf of its users.')
param callsOnward bool

@description('Largest request body in bytes that the host accepts.')
param largestBody int

var onwardSettings = {
  GATEHOUSE_ONWARD_IDENTITY: identityClientId
  PROFILE_ENDPOINT: '${graphEndpoint}/v1.0/me'
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(callsOnward ? onwardSettings : {}, {
      AzureWebJobsStorage__blobServiceUri: blobEndpoint
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // the host reads a body into memory before any check runs: 100 MB unless limited
      FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: string(largestBody)
      GATEHOUSE_LOGIN_ENDPOINT: loginEndpoint
      GATEHOUSE_TENANT_IDS: tenantId
      GATEHOUSE_API_CLIENT_ID: apiClientId
      GATEHOUSE_APP_ID_URIS: apiUri
      GATEHOUSE_ALLOWED_CLIENTS: join(allowedClients, ',')
      GATEHOUSE_ALLOWED_PRINCIPALS: allowedPrincipals
      GATEHOUSE_FORWARDING_GATEWAY: forwardingGateway
      ACCOUNTS_TABLE_ENDPOINT: tableEndpoint
      ACCOUNTS_IDENTITY: identityClientId
    })
  }
}
