extension microsoftGraphV1

import { appRoleOf, isRetired, isRetiredScope, roleId, scopeOf } from 'permissions.bicep'
import { client, flow, onwardApi, user } from 'types.bicep'

@description('Which registration has the contract\'s roles and scopes: the API\'s, or the gateway\'s own.')
param deployedFlow flow

@description('Name of the API\'s registration in the tenant, unique and never changed.')
param apiName string

@description('The tenant.')
param tenantId string

@description('The cloud\'s login service, without a trailing slash.')
param loginEndpoint string

@description('The audience that Entra requires in the token with which the function proves that it is the API.')
param tokenExchangeAudience string

@description('Object id of the function app\'s managed identity.')
param functionPrincipalId string

@description('Object id of the gateway\'s managed identity.')
param gatewayPrincipalId string

@description('The client applications that are assigned roles.')
param clients client[]

@description('The users and groups that are assigned roles, and so may get tokens for the API through a client application.')
param users user[]

var contract = union({ onward: [] }, loadJsonContent('../contract/security.json'))
var isGateway = deployedFlow == 'gateway-identity'
var gatewayName = '${apiName}-gateway'
var frontName = isGateway ? gatewayName : apiName
var tokenVersion = contract.tokenVersions[0] == '2.0' ? 2 : 1
// with the tenant, as Entra requires of version 1, and where a tenant's policy is strict of version 2 too:
// https://learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions
var uriPrefix = 'api://${tenantId}/'
// those in force first, as the local chain derives them
var roles = concat(filter(contract.roles, each => !isRetired(each)), filter(contract.roles, each => isRetired(each)))
var scopes = concat(filter(contract.scopes, each => !isRetiredScope(each)), filter(contract.scopes, each => isRetiredScope(each)))
var contractRoles = [for role in roles: appRoleOf(tenantId, frontName, role)]
// in gateway-identity the function never gets the caller's token, so it cannot call on the caller's behalf
var onward onwardApi[] = isGateway ? [] : contract.onward
var contractScopes = [for declared in scopes: scopeOf(tenantId, frontName, declared)]
var gatewayRole = { value: 'Gateway.Invoke', description: 'Call for the gateway\'s callers', allowedMemberTypes: ['Application'] }
var applicationGrants = flatten(map(clients, each => map(each.roles, role => { principalId: each.principalId, role: role, member: 'Application' })))
var userGrants = flatten(map(users, each => map(each.roles, role => { principalId: each.principalId, role: role, member: 'User' })))
var rolesOf = toObject(
  ['Application', 'User'],
  member => member,
  member => map(filter(contract.roles, role => contains(role.allowedMemberTypes, member) && !isRetired(role)), role => role.value)
)
var optionalClaims = { accessToken: [{ name: 'idtyp', essential: false, additionalProperties: [] }] }
var noSignIn = {
  redirectUris: []
  implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false }
}

@description('The APIs that the function calls on behalf of its users; each is in the tenant already.')
resource onwardPrincipals 'Microsoft.Graph/servicePrincipals@v1.0' existing = [for called in onward: { appId: called.clientId }]

@description('The API: in caller-token clients request tokens for it, in gateway-identity the gateway does.')
resource apiApp 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: apiName
  displayName: apiName
  tags: ['gatehouse-api'] // identifies reference('apiApp') in a snapshot, which does not have the names used here
  signInAudience: 'AzureADMyOrg'
  identifierUris: ['${uriPrefix}${apiName}']
  api: { requestedAccessTokenVersion: tokenVersion, oauth2PermissionScopes: isGateway ? [] : contractScopes }
  appRoles: isGateway ? [appRoleOf(tenantId, apiName, gatewayRole)] : contractRoles
  optionalClaims: optionalClaims
  requiredResourceAccess: [
    for (called, at) in onward: {
      resourceAppId: called.clientId
      resourceAccess: map(called.scopes, value => {
        id: first(filter(onwardPrincipals[at].oauth2PermissionScopes, offered => offered.value == value))!.id
        type: 'Scope'
      })
    }
  ]
  web: noSignIn
}

@description('The function proves with its managed identity that it is the API: no secret.')
resource functionCredential 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = if (!empty(onward)) {
  name: '${apiApp.uniqueName}/function'
  audiences: [tokenExchangeAudience]
  issuer: '${loginEndpoint}/${tenantId}/v2.0'
  subject: functionPrincipalId
}

resource apiPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: apiApp.appId
  appRoleAssignmentRequired: true
}

@description('The gateway: clients request tokens for it if it calls the function with its managed identity.')
resource gatewayApp 'Microsoft.Graph/applications@v1.0' = if (isGateway) {
  uniqueName: gatewayName
  displayName: gatewayName
  tags: ['gatehouse-gateway']
  signInAudience: 'AzureADMyOrg'
  identifierUris: ['${uriPrefix}${gatewayName}']
  api: { requestedAccessTokenVersion: tokenVersion, oauth2PermissionScopes: contractScopes }
  appRoles: contractRoles
  optionalClaims: optionalClaims
  web: noSignIn
}

@description('An administrator\'s consent for all users, to exactly what the contract lists.')
resource onwardGrants 'Microsoft.Graph/oauth2PermissionGrants@v1.0' = [
  for (called, at) in onward: {
    clientId: apiPrincipal.id
    resourceId: onwardPrincipals[at].id
    consentType: 'AllPrincipals'
    scope: join(called.scopes, ' ')
  }
]

resource gatewayPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = if (isGateway) {
  appId: gatewayApp!.appId
  appRoleAssignmentRequired: true
}

resource gatewayGrant 'Microsoft.Graph/appRoleAssignedTo@v1.0' = if (isGateway) {
  resourceId: apiPrincipal.id
  principalId: gatewayPrincipalId
  appRoleId: roleId(tenantId, apiName, gatewayRole.value)
}

@description('The roles of clients, and of users: "default access", which is not a role, is rejected if an API declares any role.')
resource grants 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [
  for grant in concat(applicationGrants, userGrants): {
    resourceId: isGateway ? gatewayPrincipal!.id : apiPrincipal.id
    principalId: grant.principalId
    appRoleId: contains(rolesOf[grant.member], grant.role)
      ? roleId(tenantId, frontName, grant.role)
      : fail('clients, users: the contract has no role ${grant.role} for ${grant.member}s, but ${join(rolesOf[grant.member], ', ')}')
  }
]

@description('Client id of the API\'s registration: the audience at the function.')
output apiClientId string = apiApp.appId

@description('App ID URI of the API\'s registration.')
output apiUri string = '${uriPrefix}${apiName}'

@description('Client id of the registration that clients request tokens for: the audience at the gateway.')
output frontClientId string = isGateway ? gatewayApp!.appId : apiApp.appId

@description('App ID URI of the registration that clients request tokens for.')
output frontUri string = '${uriPrefix}${frontName}'

@description('Name of the registration that clients request tokens for.')
output frontName string = frontName

@description('Object id of the service principal whose roles clients are assigned.')
output frontPrincipalId string = isGateway ? gatewayPrincipal!.id : apiPrincipal.id
