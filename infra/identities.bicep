@description('Azure region of the identities.')
param location string

@description('Name of the environment, a part of the names.')
param environmentName string

@description('Tags of every resource.')
param tags { *: string }

@description('The identity with which the function app reads its storage and writes its telemetry.')
resource functionIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-function-${environmentName}'
  location: location
  tags: tags
}

@description('The identity with which the gateway reads the function key and writes its telemetry; in gateway-identity it also calls with it.')
resource gatewayIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-gateway-${environmentName}'
  location: location
  tags: tags
}

@description('Resource id of the function app\'s identity.')
output functionIdentityId string = functionIdentity.id

@description('Client id of the function app\'s identity.')
output functionClientId string = functionIdentity.properties.clientId

@description('Object id of the function app\'s identity.')
output functionPrincipalId string = functionIdentity.properties.principalId

@description('Resource id of the gateway\'s identity.')
output gatewayIdentityId string = gatewayIdentity.id

@description('Client id of the gateway\'s identity.')
output gatewayClientId string = gatewayIdentity.properties.clientId

@description('Object id of the gateway\'s identity.')
output gatewayPrincipalId string = gatewayIdentity.properties.principalId
