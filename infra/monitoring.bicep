import { isGuarded, isPublic, methodOf, routeOf } from 'operations.bicep'
import { alertOptions } from 'types.bicep'

@description('Resource id of the Application Insights component of gateway and function app.')
param applicationInsightsId string

@description('Resource id of its Log Analytics workspace.')
param workspaceId string

@description('Region of both.')
param location string

@description('Address of the API at the gateway: https origin and path, without a slash at the end.')
param gatewayUrl string

@description('Address of the function app: https origin and route prefix, without a slash at the end.')
param functionUrl string

@description('Name of the function app: the role name of its telemetry.')
param functionAppName string

@description('Who is alerted, and which tests and logs there are.')
param options alertOptions

@description('Address that alerts are sent to unless the options name another.')
param publisherEmail string

@description('Whether the API is published: the tests call it.')
param isPublished bool

@description('Whether the function app answers callers from the internet; false once a network lock is in front of it.')
param functionReachable bool

@description('Seconds between two calls of a test from one location. Each call is billed: see docs/deploy.md.')
param testFrequency (300 | 600 | 900) = 900

@description('The number of locations that the tests call from, at most as many as the cloud has.')
@minValue(3)
param testPlaces int = 3

@description('The cloud, as environment().name names it.')
param cloud string

@description('Tags of every resource.')
param tags { *: string }

// https://learn.microsoft.com/azure/azure-monitor/app/availability#location-population-tags
var placesOfCloud = {
  AzureCloud: ['emea-nl-ams-azr', 'us-va-ash-azr', 'apac-sg-sin-azr', 'us-ca-sjc-azr', 'emea-gb-db3-azr']
  AzureUSGovernment: ['usgov-va-azr', 'usgov-phx-azr', 'usgov-tx-azr', 'usgov-ddeast-azr', 'usgov-ddcentral-azr']
  AzureChinaCloud: ['mc-cne-azr', 'mc-cne2-azr', 'mc-cnn-azr', 'mc-cnn2-azr']
}

var operations = loadJsonContent('../contract/security.json').operations
var open = filter(operations, operation => isPublic(operation))
var guarded = filter(operations, operation => isGuarded(operation))
// tests send no parameters: the path of a guarded GET without parameters
var probed = filter(guarded, operation => methodOf(operation) == 'GET' && !contains(routeOf(operation), '{'))
var openFunctions = string(map(open, operation => operation.function))
var given = 'let functionApp = "${functionAppName}"; let publicFunctions = dynamic(${openFunctions});'

module notifications 'notifications.bicep' = {
  params: { name: functionAppName, alertEmail: options.?email ?? publisherEmail, alertSms: options.?sms, tags: tags }
}

module availability 'availability.bicep' = if (isPublished && (options.?availabilityTests ?? true)) {
  params: {
    applicationInsightsId: applicationInsightsId
    location: location
    name: functionAppName
    gatewayUrl: gatewayUrl
    functionUrl: functionUrl
    probePath: routeOf(first(probed)!)
    healthPath: routeOf(first(open)!)
    functionReachable: functionReachable
    testLocations: take(placesOfCloud[cloud], testPlaces)
    testFrequency: testFrequency
    actionGroupId: notifications.outputs.id
    tags: tags
  }
}

module alerts 'alerts.bicep' = {
  params: {
    workspaceId: workspaceId
    location: location
    name: functionAppName
    given: given
    actionGroupId: notifications.outputs.id
    tags: tags
  }
}

module workbook 'workbook.bicep' = {
  params: {
    applicationInsightsId: applicationInsightsId
    workspaceId: workspaceId
    location: location
    given: given
    tags: tags
  }
}

// the logs belong to the tenant: this needs rights in the tenant, and a licence of Entra ID P1
module signIns 'signins.bicep' = if (options.?signInLogs ?? false) {
  scope: tenant()
  params: { workspaceId: workspaceId, name: '${functionAppName}-sign-ins' }
}

@description('Resource id of the workbook.')
output workbookId string = workbook.outputs.id
