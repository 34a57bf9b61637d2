@export()
@description('The flow: the caller\'s own token is forwarded to the function, or the gateway calls with its managed identity.')
type flow = 'caller-token' | 'gateway-identity'

@export()
@description('Registrations that were deployed separately, by a person with rights in Entra: the outputs of registrations.bicep.')
type registered = {
  @description('Client id of the API\'s registration.')
  apiClientId: string

  @description('App ID URI of the API\'s registration.')
  apiUri: string

  @description('Client id of the registration that clients request tokens for.')
  frontClientId: string

  @description('App ID URI of the registration that clients request tokens for.')
  frontUri: string
}

@export()
@description('A second lock on the function app in addition to identity: none, only addresses of API Management, or no public address.')
type networkLock = 'none' | 'service-tag' | 'private-endpoint'

@export()
@description('A client application that may call the API.')
type client = {
  @description('Client id of its registration or managed identity: the azp or appid of its tokens.')
  clientId: string

  @description('Object id of its service principal: app roles are assigned to it.')
  principalId: string

  @description('Values of the contract\'s roles that it is assigned; empty for a client that acts for users only.')
  roles: string[]
}

@export()
@description('A user or group that may call the API through a client application.')
type user = {
  @description('Object id.')
  principalId: string

  @description('Values of the contract\'s roles for users that are assigned: at least one, because Entra requires an assignment.')
  @minLength(1)
  roles: string[]
}

@export()
@description('A client application that proves itself with a token of another issuer (workload identity federation), no secret.')
type federatedClient = {
  @description('The other issuer, such as https://token.actions.githubusercontent.com.')
  issuer: string

  @description('The subject that the other issuer\'s tokens name, such as repo:owner/name:environment:production.')
  subject: string

  @description('Values of the contract\'s roles that it is assigned.')
  roles: string[]
}

@export()
@description('Who can hold a role.')
type memberType = 'Application' | 'User'

@export()
@description('A role of the contract.')
type declaredRole = {
  @description('Its name in tokens.')
  value: string

  @description('Its purpose, for people.')
  description: string

  @description('Who can hold it.')
  allowedMemberTypes: memberType[]
}

@export()
@description('A scope of the contract.')
type declaredScope = {
  @description('Its name in tokens.')
  value: string

  @description('Its purpose, for people.')
  description: string
}

@export()
@description('Another API that the function calls on behalf of its users.')
type onwardApi = {
  @description('Its App ID URI, such as https://graph.microsoft.com.')
  resource: string

  @description('Client id of its registration.')
  clientId: string

  @description('The delegated permissions that the function uses there.')
  scopes: string[]
}

@export()
@description('What an operation of the contract requires of a caller.')
type operationNeeds = {
  @description('Roles: an app needs one that apps can hold; a user needs, in addition to a scope, one that users can hold, if any is listed.')
  roles: string[]?

  @description('Scopes: a user needs one.')
  scopes: string[]?
}

@export()
@description('A role as a registration declares it.')
type appRole = {
  id: string
  value: string
  displayName: string
  description: string
  allowedMemberTypes: memberType[]
  isEnabled: bool
}

@export()
@description('A scope as a registration declares it.')
type delegatedPermission = {
  id: string
  value: string
  type: 'User'
  adminConsentDisplayName: string
  adminConsentDescription: string
  userConsentDisplayName: string
  userConsentDescription: string
  isEnabled: bool
}
