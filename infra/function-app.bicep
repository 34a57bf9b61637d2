import { clouds } from 'cloud.bicep'
import { flow, networkLock } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the function app.')
param name string

@description('Name of its storage account.')
param storageName string

@description('Tags of every resource.')
param tags { *: string }

@description('Java of the worker.')
param javaVersion string

@description('Resource id of the function app\'s identity.')
param identityId string

@description('Client id of the function app\'s identity.')
param identityClientId string

@description('Object id of the function app\'s identity.')
param identityPrincipalId string

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

@description('Client ids of the applications that may call the function: in gateway-identity the gateway\'s.')
param allowedClients string[]

@description('The flow, which decides whose token the function gets.')
param deployedFlow flow

@description('Object id of the gateway\'s identity.')
param gatewayPrincipalId string

@description('The second lock.')
param lock networkLock

@description('The cloud, as environment().name names it.')
param cloud string

var contract = union({ onward: [] }, loadJsonContent('../contract/security.json'))
var isGateway = deployedFlow == 'gateway-identity'

module storage 'storage.bicep' = {
  params: { location: location, name: storageName, tags: tags, functionPrincipalId: identityPrincipalId }
}

module app 'function.bicep' = {
  params: {
    location: location
    name: name
    tags: tags
    javaVersion: javaVersion
    identityId: identityId
    packageContainer: storage.outputs.packageContainer
    lock: lock
  }
}

module settings 'settings.bicep' = {
  params: {
    functionAppName: name
    identityClientId: identityClientId
    blobEndpoint: storage.outputs.blobEndpoint
    insightsConnectionString: insightsConnectionString
    loginEndpoint: loginEndpoint
    tenantId: tenantId
    apiClientId: apiClientId
    apiUri: apiUri
    allowedClients: allowedClients
    allowedPrincipals: isGateway ? gatewayPrincipalId : 'any'
    forwardingGateway: isGateway ? gatewayPrincipalId : 'none'
    tableEndpoint: storage.outputs.tableEndpoint
    graphEndpoint: clouds[cloud].graphEndpoint
    callsOnward: !isGateway && !empty(contract.onward)
  }
  dependsOn: [app]
}

module easyAuth 'easyauth.bicep' = {
  params: {
    functionAppName: name
    loginEndpoint: loginEndpoint
    tenantId: tenantId
    apiClientId: apiClientId
    apiUri: apiUri
    allowedClients: allowedClients
    allowedPrincipals: isGateway ? [gatewayPrincipalId] : []
  }
  dependsOn: [settings] // one after the other, because each restarts the app
}

module network 'network.bicep' = if (lock == 'private-endpoint') {
  params: { location: location, functionAppName: name, cloud: cloud, tags: tags }
  dependsOn: [app]
}

@description('The app\'s host.')
output hostName string = app.outputs.hostName

@description('Resource id of the subnet for the gateway\'s outbound connections; empty without such a lock.')
output gatewaySubnetId string = lock == 'private-endpoint' ? network!.outputs.gatewaySubnetId : ''
