import { clouds } from 'cloud.bicep'
import { client, federatedClient, flow, networkLock, registered, user } from 'types.bicep'

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

@description('Whether code was deployed before: an app without code may reject the gateway\'s host key. Without code nothing is published.')
param codeDeployed bool = false

@description('Whose token the function gets: the caller\'s own, or one of the gateway\'s managed identity.')
param deployedFlow flow = 'caller-token'

@description('The policy element that checks tokens; validate-azure-ad-token supports Azure\'s public cloud only.')
param tokenCheck ('validate-azure-ad-token' | 'validate-jwt') = cloud == 'AzureCloud' ? 'validate-azure-ad-token' : 'validate-jwt'

@description('SKU of API Management. Consumption costs nothing while idle, and limits the rate by subscription only.')
param gatewaySku ('Consumption' | 'Developer' | 'BasicV2' | 'StandardV2' | 'Premium') = 'Consumption'

@description('Where API Management sends its notifications.')
param publisherEmail string

@description('Java of the worker.')
param javaVersion ('17' | '21' | '25') = '21'

@description('The client applications that may call. Others are rejected, whatever roles they have.')
param clients client[]

@description('The users and groups that may call through a client application.')
param users user[] = []

@description('A client application to register too, without a secret; null for none.')
param sampleClient federatedClient?

@description('Registrations that exist already, deployed separately by registrations.bicep; null to deploy them here.')
param registrations registered?

@description('The number of calls that an operation accepts in a number of seconds (at most 300), for each subscription or client.')
param rateLimit { calls: int, seconds: int } = { calls: 600, seconds: 60 }

@description('A second lock in addition to identity: service-tag for Consumption, private-endpoint for StandardV2.')
param lock networkLock = 'none'

@description('Where alerts are sent.')
param alertEmail string = publisherEmail

@description('Mobile phone that alerts are sent to as a text message, its country code without a plus; null for none.')
param alertSms { countryCode: string, phoneNumber: string }?

@description('Whether to deploy availability tests; each of their calls is billed: see docs/deploy.md.')
param availabilityTests bool = true

@description('Whether to send the tenant\'s sign-in logs of managed identities and applications to the workspace: see docs/monitoring.md.')
param signInLogs bool = false

@description('The host key that only the gateway has. By default a new one with each deployment.')
@secure()
param functionKey string = newGuid()

var contract = loadJsonContent('../contract/security.json')
var tags = { 'azd-env-name': environmentName }
var region = empty(location) ? groupLocation : location
var inNames = 'abcdefghijklmnopqrstuvwxyz0123456789-'
var notInNames = filter(range(0, length(environmentName)), at => !contains(inNames, toLower(substring(environmentName, at, 1))))
var environmentOfNames = empty(notInNames) && !startsWith(environmentName, '-') && !endsWith(environmentName, '-')
  ? environmentName
  : fail('environmentName (AZURE_ENV_NAME) is ${environmentName}: it is a part of host names, so it may have letters, digits and hyphens only, and no hyphen at its start or end')
var token = uniqueString(resourceGroup().id, environmentOfNames)
// the tenant also has registrations of other subscriptions' environments
var apiName = '${contract.api}-${environmentOfNames}-${token}'
var sampleName = '${apiName}-sample-client'
var functionAppName = 'func-${environmentOfNames}-${token}'
var isGateway = deployedFlow == 'gateway-identity'
var lockOfSku = { 'service-tag': 'Consumption', 'private-endpoint': 'StandardV2', none: gatewaySku }

// one variable for each value on which Entra, the policies, Easy Auth and the app settings must agree
var tenantId = tenant().tenantId
var loginEndpoint = clouds[cloud].loginEndpoint
var apiClientId = registrations == null ? entra!.outputs.apiClientId : registrations!.apiClientId
var apiUri = registrations == null ? entra!.outputs.apiUri : registrations!.apiUri
var audience = registrations == null ? entra!.outputs.frontClientId : registrations!.frontClientId
var gatewayClientId = identities.outputs.gatewayClientId
var sharesRegistration = registrations != null && registrations!.apiClientId == registrations!.frontClientId
var deploysEntra = registrations == null
  ? cloud == 'AzureCloud' ? true : fail('Entra\'s part cannot be deployed in ${cloud}: create the registrations by hand, see docs/deploy.md')
  : sharesRegistration != isGateway ? false : fail('registrations are not those of ${deployedFlow}: apiClientId and frontClientId must ${isGateway ? 'differ' : 'be the same'}')
var hasSample = sampleClient == null ? false : registrations == null ? true : fail('sampleClient is deployed with the registrations only')
var listedClients = concat(map(clients, each => each.clientId), !hasSample ? [] : [sample!.outputs.clientId])
// if no client is listed, the audience itself is listed, which never calls: an empty list would admit every application
var allowedClients = empty(clients) && !hasSample ? [audience] : listedClients

module identities 'identities.bicep' = {
  params: { location: region, environmentName: environmentOfNames, tags: tags }
}

module entra 'registrations.bicep' = if (deploysEntra) {
  params: {
    deployedFlow: deployedFlow
    apiName: apiName
    tenantId: tenantId
    loginEndpoint: loginEndpoint
    tokenExchangeAudience: clouds[cloud].tokenExchangeAudience
    functionPrincipalId: identities.outputs.functionPrincipalId
    gatewayPrincipalId: identities.outputs.gatewayPrincipalId
    clients: clients
    users: users
  }
}

module sample 'sample-client.bicep' = if (hasSample) {
  params: {
    federation: sampleClient!
    name: sampleName
    tenantId: tenantId
    tokenExchangeAudience: clouds[cloud].tokenExchangeAudience
    frontName: entra!.outputs.frontName
    frontPrincipalId: entra!.outputs.frontPrincipalId
  }
}

module observability 'observability.bicep' = {
  params: {
    location: region
    environmentName: environmentOfNames
    tags: tags
    writers: { function: identities.outputs.functionPrincipalId, gateway: identities.outputs.gatewayPrincipalId }
  }
}

module functionApp 'function-app.bicep' = {
  params: {
    location: region
    name: functionAppName
    storageName: 'st${token}'
    tags: tags
    javaVersion: javaVersion
    identityId: identities.outputs.functionIdentityId
    identityClientId: identities.outputs.functionClientId
    identityPrincipalId: identities.outputs.functionPrincipalId
    insightsConnectionString: observability.outputs.connectionString
    loginEndpoint: loginEndpoint
    tenantId: tenantId
    apiClientId: apiClientId
    apiUri: apiUri
    allowedClients: isGateway ? [gatewayClientId] : allowedClients
    deployedFlow: deployedFlow
    gatewayPrincipalId: identities.outputs.gatewayPrincipalId
    cloud: cloud
    lock: lockOfSku[lock] == gatewaySku ? lock : fail('lock ${lock} needs gatewaySku ${lockOfSku[lock]}')
  }
}

module gateway 'gateway.bicep' = {
  params: {
    location: region
    name: 'apim-${environmentOfNames}-${token}'
    vaultName: 'kv-${token}'
    tags: tags
    sku: gatewaySku
    publisherEmail: publisherEmail
    codeDeployed: codeDeployed
    deployedFlow: deployedFlow
    tokenCheck: cloud == 'AzureCloud' || tokenCheck == 'validate-jwt'
      ? tokenCheck
      : fail('validate-azure-ad-token supports the public cloud only: tokenCheck must be validate-jwt')
    namedValues: {
      'tenant-id': tenantId
      'login-endpoint': loginEndpoint
      'sts-endpoint': clouds[cloud].stsEndpoint
      'token-version': first(contract.tokenVersions)!
      'other-token-version': last(contract.tokenVersions)!
      'allowed-clients': join(allowedClients, ' ')
      'rate-limit-calls': string(rateLimit.calls)
      'rate-limit-seconds': string(rateLimit.seconds)
      audience: audience
      'v1-audience': contains(contract.tokenVersions, '1.0') ? apiUri : audience
      'gateway-audience': audience
      'api-resource': apiUri
      'gateway-identity-client-id': gatewayClientId
    }
    identityId: identities.outputs.gatewayIdentityId
    identityClientId: gatewayClientId
    identityPrincipalId: identities.outputs.gatewayPrincipalId
    insightsId: observability.outputs.insightsId
    insightsConnectionString: observability.outputs.connectionString
    functionAppName: functionAppName
    functionHostName: functionApp.outputs.hostName
    functionKey: functionKey
    subnetId: functionApp.outputs.gatewaySubnetId
  }
}

module monitoring 'monitoring.bicep' = {
  params: {
    applicationInsightsId: observability.outputs.insightsId
    workspaceId: observability.outputs.workspaceId
    location: region
    cloud: cloud
    gatewayUrl: '${gateway.outputs.url}/${contract.api}'
    functionUrl: 'https://${functionApp.outputs.hostName}/api'
    functionAppName: functionAppName
    functionReachable: lock == 'none'
    availabilityTests: availabilityTests && codeDeployed
    alertEmail: alertEmail
    alertSms: alertSms
    signInLogs: signInLogs
    tags: tags
  }
}

@description('Address of the API at the gateway.')
output apiUrl string = '${gateway.outputs.url}/${contract.api}'

@description('Name of the function app, for deploying code to it.')
output functionAppName string = functionAppName

@description('Client id of the API\'s registration: the audience at the function.')
output apiClientId string = apiClientId

@description('Client id of the registration that clients request tokens for: the audience at the gateway.')
output frontClientId string = audience

@description('The scope that clients request: /.default of its App ID URI.')
output clientScope string = '${registrations == null ? entra!.outputs.frontUri : registrations!.frontUri}/.default'

@description('Client id of the sample client, if it is deployed.')
output sampleClientId string = hasSample ? sample!.outputs.clientId : ''

@description('Names of the registrations in the tenant, separated by spaces: for removing them, see docs/deploy.md.')
output registrationNames string = join(
  concat(deploysEntra ? [apiName] : [], deploysEntra && isGateway ? ['${apiName}-gateway'] : [], hasSample ? [sampleName] : []),
  ' '
)

@description('What to do next.')
output nextSteps string = codeDeployed
  ? 'call the API: see docs/deploy.md'
  : 'azd deploy, or mvn azure-functions:deploy; then deploy this again with codeDeployed, which publishes the API: see docs/deploy.md'
