// Entra's part: the registrations of this deployment, or those that exist already, and the clients that may call.

import { clouds } from 'cloud.bicep'
import { client, federatedClient, flow, registered, user } from 'types.bicep'

@description('The flow, which decides the registrations.')
param deployedFlow flow

@description('Name of the API\'s registration in the tenant, unique and never changed.')
param apiName string

@description('The tenant.')
param tenantId string

@description('The cloud, as environment().name names it.')
param cloud string

@description('Object id of the function app\'s managed identity.')
param functionPrincipalId string

@description('Object id of the gateway\'s managed identity.')
param gatewayPrincipalId string

@description('The client applications that may call.')
param clients client[]

@description('The users and groups that may call through a client application.')
param users user[]

@description('A client application to register too; null for none.')
param sampleClient federatedClient?

@description('Registrations that exist already; null to deploy them here.')
param registrations registered?

var isGateway = deployedFlow == 'gateway-identity'
var sampleName = '${apiName}-sample-client'
var sharesRegistration = registrations != null && registrations!.apiClientId == registrations!.frontClientId
var deploys = registrations == null
  ? cloud == 'AzureCloud' ? true : fail('Entra\'s part cannot be deployed in ${cloud}: create the registrations by hand, see docs/deploy.md')
  : sharesRegistration != isGateway ? false : fail('registrations are not those of ${deployedFlow}: apiClientId and frontClientId must ${isGateway ? 'differ' : 'be the same'}')
var hasSample = sampleClient == null ? false : registrations == null ? true : fail('sampleClient is deployed with the registrations only')
var audience = registrations == null ? deployed!.outputs.frontClientId : registrations!.frontClientId
var listedClients = concat(map(clients, each => each.clientId), !hasSample ? [] : [sample!.outputs.clientId])

module deployed 'registrations.bicep' = if (deploys) {
  params: {
    deployedFlow: deployedFlow
    apiName: apiName
    tenantId: tenantId
    loginEndpoint: clouds[cloud].loginEndpoint
    tokenExchangeAudience: clouds[cloud].tokenExchangeAudience
    functionPrincipalId: functionPrincipalId
    gatewayPrincipalId: gatewayPrincipalId
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
    frontName: deployed!.outputs.frontName
    frontPrincipalId: deployed!.outputs.frontPrincipalId
  }
}

@description('Client id of the API\'s registration: the audience at the function.')
output apiClientId string = registrations == null ? deployed!.outputs.apiClientId : registrations!.apiClientId

@description('App ID URI of the API\'s registration.')
output apiUri string = registrations == null ? deployed!.outputs.apiUri : registrations!.apiUri

@description('Client id of the registration that clients request tokens for: the audience at the gateway.')
output frontClientId string = audience

@description('App ID URI of the registration that clients request tokens for.')
output frontUri string = registrations == null ? deployed!.outputs.frontUri : registrations!.frontUri

// if no client is listed, the audience itself is listed, which never calls: an empty list would admit every application
@description('Client ids of the applications that may call; never empty.')
output allowedClients string[] = empty(clients) && !hasSample ? [audience] : listedClients

@description('Client id of the sample client; empty without one.')
output sampleClientId string = hasSample ? sample!.outputs.clientId : ''

@description('Names of the registrations that are deployed here, separated by spaces.')
output registrationNames string = join(
  concat(deploys ? [apiName] : [], deploys && isGateway ? ['${apiName}-gateway'] : [], hasSample ? [sampleName] : []),
  ' '
)
