import { clouds } from 'cloud.bicep'
import { appOptions, flow, networkLock, privateNetwork } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the function app.')
param name string

@description('Name of its storage account.')
param storageName string

@description('Tags of every resource.')
param tags { *: string }

@description('Java, instances and memory.')
param options appOptions

@description('Resource id of the function app\'s identity.')
param identityId string

@description('Client id of the function app\'s identity.')
param identityClientId string

@description('Object id of the function app\'s identity.')
param identityPrincipalId string

@description('Where telemetry goes.')
param insightsConnectionString string

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

@description('The addresses that the gateway calls from, for the lock gateway-addresses.')
param gatewayAddresses string[]

@description('Whether code was deployed before.')
param codeDeployed bool

@description('Addresses (CIDR) that may deploy code in spite of private-endpoint.')
param codeFrom string[]

@description('The network of private-endpoint; null without it.')
param network privateNetwork?

@description('The cloud, as environment().name names it.')
param cloud string

var contract = union({ onward: [] }, loadJsonContent('../contract/security.json'))
var loginEndpoint = clouds[cloud].loginEndpoint
var isGateway = deployedFlow == 'gateway-identity'

module storage 'storage.bicep' = {
  params: {
    location: location
    name: storageName
    tags: tags
    isPublic: network == null
    zoneRedundant: options.?zoneRedundant ?? false
    functionPrincipalId: identityPrincipalId
  }
}

module app 'function.bicep' = {
  params: {
    location: location
    name: name
    tags: tags
    options: options
    identityId: identityId
    packageContainer: storage.outputs.packageContainer
    lock: lock
    gatewayAddresses: gatewayAddresses
    codeDeployed: codeDeployed
    codeFrom: codeFrom
    subnetId: network == null ? '' : network!.functionSubnetId
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
    largestBody: options.?largestBody ?? 1048576
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

module endpoints 'private-endpoint.bicep' = [
  for service in network == null ? [] : ['sites', 'blob', 'table']: {
    params: {
      location: location
      name: 'pe-${name}-${service}'
      targetId: service == 'sites' ? app.outputs.id : storage.outputs.id
      service: service
      zoneName: clouds[cloud].zones[service]
      networkId: network!.networkId
      subnetId: network!.endpointSubnetId
      tags: tags
    }
  }
]

@description('The app\'s host.')
output hostName string = app.outputs.hostName
