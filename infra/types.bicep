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
@description('Whether the API is published, and with which host key: not published while the app has no code (none), published with a key that this deployment makes (new), or with that of an earlier deployment (kept).')
type hostKey = 'none' | 'new' | 'kept'

@export()
@description('A second lock on the function app in addition to identity: none, only addresses of API Management in the region (service-tag), only the gateway\'s own addresses (gateway-addresses), or no public address (private-endpoint).')
type networkLock = 'none' | 'service-tag' | 'gateway-addresses' | 'private-endpoint'

@export()
@description('What private-endpoint deploys into: the outputs of network.bicep.')
type privateNetwork = {
  @description('Resource id of the network.')
  networkId: string

  @description('Resource id of the subnet for private endpoints.')
  endpointSubnetId: string

  @description('Resource id of the subnet for the function app\'s outbound connections.')
  functionSubnetId: string
}

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

  @description('Whether it is deployed disabled, and given to no caller any more: Entra removes a role only once it is disabled.')
  retired: true?
}

@export()
@description('A scope of the contract.')
type declaredScope = {
  @description('Its name in tokens.')
  value: string

  @description('Its purpose, for people.')
  description: string

  @description('As that of a role.')
  retired: true?
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

@export()
@description('API Management.')
type gatewayOptions = {
  @description('SKU of the service. Consumption costs nothing while idle, and limits the rate by subscription only.')
  sku: 'Consumption' | 'Developer' | 'BasicV2' | 'StandardV2' | 'Premium'

  @description('Units of the service, 1 unless given; not for Consumption.')
  units: int?

  @description('Where API Management sends its notifications.')
  publisherEmail: string

  @description('The policy element that checks tokens; unless given, validate-azure-ad-token in Azure\'s public cloud, which is the only one that it supports.')
  tokenCheck: ('validate-azure-ad-token' | 'validate-jwt')?

  @description('The number of calls that an operation accepts in a number of seconds (at most 300), for each subscription or client; 600 in 60 unless given.')
  rateLimit: { calls: int, seconds: int }?

  @description('Origins whose pages may call the API (CORS), such as https://app.example, none unless given. Their clients are in clients.')
  browserOrigins: string[]?
}

@export()
@description('The function app.')
type appOptions = {
  @description('Java of the worker, 21 unless given.')
  java: ('17' | '21' | '25')?

  @description('Memory of an instance in MB, 2048 unless given.')
  memory: (512 | 2048 | 4096)?

  @description('Most instances at the same time, 40 unless given.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int?

  @description('Instances that are ready at any time, and paid for; 0 unless given.')
  @minValue(0)
  alwaysReady: int?

  @description('Whether instances and storage are spread over the region\'s zones; false unless given.')
  zoneRedundant: bool?

  @description('Largest request body in bytes that the host accepts, before any check reads it: 1 MB unless given.')
  @minValue(1024)
  largestBody: int?
}

@export()
@description('Logs, alerts and availability tests.')
type alertOptions = {
  @description('Where alerts are sent; the publisher\'s address unless given.')
  email: string?

  @description('Mobile phone that alerts are sent to as a text message, its country code without a plus.')
  sms: { countryCode: string, phoneNumber: string }?

  @description('Whether to deploy availability tests, true unless given; each of their calls is billed: see docs/deploy.md.')
  availabilityTests: bool?

  @description('Whether to send the tenant\'s sign-in logs of managed identities and applications to the workspace, false unless given: see docs/monitoring.md.')
  signInLogs: bool?

  @description('Days for which logs are kept, 30 unless given.')
  @minValue(30)
  @maxValue(730)
  retentionInDays: int?
}
