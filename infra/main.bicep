import {
  alertOptions
  appOptions
  client
  federatedClient
  flow
  gatewayOptions
  hostKey
  networkLock
  registered
  user
} from 'types.bicep'

@description('Name of the environment, such as dev: letters, digits and hyphens, a part of the resources\' and registrations\' names.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Azure region; if empty, that of the resource group.')
param location string = ''

@description('The resource group\'s region.')
param groupLocation string = resourceGroup().location

@description('The cloud, as environment().name names it.')
param cloud string = environment().name

@description('Whose token the function gets: the caller\'s own, or one of the gateway\'s managed identity.')
param deployedFlow flow = 'caller-token'

@description('Whether the API is published, and with which host key: none before the first code, which the app may need to accept a key; then new, once; then kept.')
param key hostKey = 'none'

@description('API Management.')
param gateway gatewayOptions

@description('The function app.')
param app appOptions = {}

@description('A second lock in addition to identity: service-tag for Consumption, gateway-addresses for Developer and Premium, private-endpoint for StandardV2.')
param lock networkLock = 'none'

@description('Addresses (CIDR) that may deploy code in spite of private-endpoint; without any, only the deployment\'s network may.')
param codeFrom string[] = []

@description('The client applications that may call. Others are rejected, whatever roles they have.')
param clients client[]

@description('The users and groups that may call through a client application.')
param users user[] = []

@description('A client application to register too, without a secret; null for none.')
param sampleClient federatedClient?

@description('Registrations that exist already, deployed separately by registrations.bicep; null to deploy them here.')
param registrations registered?

@description('Logs, alerts and availability tests.')
param alerts alertOptions = {}

var contract = loadJsonContent('../contract/security.json')
var tags = { 'azd-env-name': environmentName }
var region = empty(location) ? groupLocation : location
var inNames = 'abcdefghijklmnopqrstuvwxyz0123456789-'
var notInNames = filter(range(0, length(environmentName)), at => !contains(inNames, toLower(substring(environmentName, at, 1))))
var environmentOfNames = empty(notInNames) && !startsWith(environmentName, '-') && !endsWith(environmentName, '-')
  ? environmentName
  : fail('environmentName (AZURE_ENV_NAME) is ${environmentName}: it is a part of host names, so it may have letters, digits and hyphens only, and no hyphen at its start or end')
var token = uniqueString(resourceGroup().id, environmentOfNames)
var functionAppName = 'func-${environmentOfNames}-${token}'
var gatewayName = 'apim-${environmentOfNames}-${token}'
var skusOfLock = {
  none: [gateway.sku]
  'service-tag': ['Consumption']
  'gateway-addresses': ['Developer', 'Premium']
  'private-endpoint': ['StandardV2']
}
var usedLock = contains(skusOfLock[lock], gateway.sku) ? lock : fail('lock ${lock} needs gateway.sku ${join(skusOfLock[lock], ' or ')}')
var isPrivate = usedLock == 'private-endpoint'
var isPublished = key != 'none'

module identities 'identities.bicep' = {
  params: { location: region, environmentName: environmentOfNames, tags: tags }
}

module entra 'entra.bicep' = {
  params: {
    deployedFlow: deployedFlow
    apiName: '${contract.api}-${environmentOfNames}-${token}' // the tenant also has other subscriptions' environments
    tenantId: tenant().tenantId
    cloud: cloud
    functionPrincipalId: identities.outputs.functionPrincipalId
    gatewayPrincipalId: identities.outputs.gatewayPrincipalId
    clients: clients
    users: users
    sampleClient: sampleClient
    registrations: registrations
  }
}

module observability 'observability.bicep' = {
  params: {
    location: region
    environmentName: environmentOfNames
    tags: tags
    retentionInDays: alerts.?retentionInDays
    writers: { function: identities.outputs.functionPrincipalId, gateway: identities.outputs.gatewayPrincipalId }
  }
}

module network 'network.bicep' = if (isPrivate) {
  params: { location: region, functionAppName: functionAppName, tags: tags }
}

module service 'service.bicep' = {
  params: {
    location: region
    name: gatewayName
    tags: tags
    options: gateway
    identityId: identities.outputs.gatewayIdentityId
    subnetId: isPrivate ? network!.outputs.gatewaySubnetId : ''
  }
}

module functionApp 'function-app.bicep' = {
  params: {
    location: region
    name: functionAppName
    storageName: 'st${token}'
    tags: tags
    options: app
    identityId: identities.outputs.functionIdentityId
    identityClientId: identities.outputs.functionClientId
    identityPrincipalId: identities.outputs.functionPrincipalId
    insightsConnectionString: observability.outputs.connectionString
    tenantId: tenant().tenantId
    apiClientId: entra.outputs.apiClientId
    apiUri: entra.outputs.apiUri
    allowedClients: deployedFlow == 'gateway-identity' ? [identities.outputs.gatewayClientId] : entra.outputs.allowedClients
    deployedFlow: deployedFlow
    gatewayPrincipalId: identities.outputs.gatewayPrincipalId
    cloud: cloud
    lock: usedLock
    gatewayAddresses: service.outputs.addresses
    codeDeployed: isPublished
    codeFrom: codeFrom
    network: !isPrivate ? null : {
      networkId: network!.outputs.networkId
      endpointSubnetId: network!.outputs.endpointSubnetId
      functionSubnetId: network!.outputs.functionSubnetId
    }
  }
}

module api 'gateway.bicep' = {
  params: {
    location: region
    name: gatewayName
    vaultName: 'kv-${token}'
    tags: tags
    options: gateway
    key: key
    deployedFlow: deployedFlow
    cloud: cloud
    tenantId: tenant().tenantId
    apiUri: entra.outputs.apiUri
    audience: entra.outputs.frontClientId
    allowedClients: entra.outputs.allowedClients
    identityClientId: identities.outputs.gatewayClientId
    identityPrincipalId: identities.outputs.gatewayPrincipalId
    hasFirewall: isPrivate
    servicePrincipalId: service.outputs.principalId
    insightsId: observability.outputs.insightsId
    insightsConnectionString: observability.outputs.connectionString
    functionAppName: functionAppName
    functionHostName: functionApp.outputs.hostName
  }
}

module monitoring 'monitoring.bicep' = {
  params: {
    applicationInsightsId: observability.outputs.insightsId
    workspaceId: observability.outputs.workspaceId
    location: region
    cloud: cloud
    gatewayUrl: '${service.outputs.url}/${contract.api}'
    functionUrl: 'https://${functionApp.outputs.hostName}/api'
    functionAppName: functionAppName
    functionReachable: usedLock == 'none'
    isPublished: isPublished
    options: alerts
    publisherEmail: gateway.publisherEmail
    tags: tags
  }
}

@description('Address of the API at the gateway.')
output apiUrl string = '${service.outputs.url}/${contract.api}'

@description('Name of the function app, for deploying code to it.')
output functionAppName string = functionAppName

@description('Client id of the API\'s registration: the audience at the function.')
output apiClientId string = entra.outputs.apiClientId

@description('Client id of the registration that clients request tokens for: the audience at the gateway.')
output frontClientId string = entra.outputs.frontClientId

@description('The scope that clients request: /.default of its App ID URI.')
output clientScope string = '${entra.outputs.frontUri}/.default'

@description('Client id of the sample client, if it is deployed.')
output sampleClientId string = entra.outputs.sampleClientId

@description('Names of the registrations in the tenant, separated by spaces: for removing them, see docs/deploy.md.')
output registrationNames string = entra.outputs.registrationNames

@description('What to do next.')
output nextSteps string = isPublished
  ? 'call the API, and deploy with key kept from now on: see docs/deploy.md'
  : 'azd deploy, or mvn azure-functions:deploy; then deploy this again with key new, which publishes the API: see docs/deploy.md'
