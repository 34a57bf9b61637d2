@description('Resource id of the Application Insights component that keeps the results.')
param applicationInsightsId string

@description('Region of that component.')
param location string

@description('Name that the resources of this deployment share.')
param name string

@description('Address of the API at the gateway, without a slash at the end.')
param gatewayUrl string

@description('Address of the function app with its route prefix, without a slash at the end.')
param functionUrl string

@description('Path of a guarded GET operation.')
param probePath string

@description('Path of the public operation.')
param healthPath string

@description('Whether the function app answers callers from the internet; false once a network lock is in front of it.')
param functionReachable bool

@description('Locations that the tests call from: three or more, because two must fail before there is an alert.')
@minLength(3)
param testLocations string[]

@description('Seconds between two calls of a test from one location. Each call is billed.')
param testFrequency 300 | 600 | 900

@description('Resource id of the action group to notify.')
param actionGroupId string

@description('Tags of every resource.')
param tags { *: string }

// Each lock of an endpoint answers with a different text. The text shows that this lock answered, and not the one behind it.
var tests = concat(
  [
    {
      name: 'gateway-wants-subscription-key'
      url: '${gatewayUrl}/${probePath}'
      status: 401
      text: 'Access denied due to missing subscription key.'
      lock: 'the subscription check of the gateway'
    }
  ],
  functionReachable
    ? [
        {
          name: 'function-wants-token'
          url: '${functionUrl}/${probePath}'
          status: 401
          text: 'You do not have permission to view this directory or page.'
          lock: 'Easy Auth in front of the function app'
        }
        {
          name: 'function-is-ready'
          url: '${functionUrl}/${healthPath}'
          status: 200
          text: '"status":"ready"'
          lock: 'health, which is ready once the keys of the issuers were read'
        }
      ]
    : [
        {
          name: 'function-wants-private-network'
          url: '${functionUrl}/${probePath}'
          status: 403 // without a token, Easy Auth would answer 401
          text: null
          lock: 'the network lock of the function app'
        }
      ]
)

resource webTests 'Microsoft.Insights/webtests@2022-06-15' = [
  for test in tests: {
    name: '${test.name}-${name}'
    location: location
    kind: 'standard'
    tags: union(tags, { 'hidden-link:${applicationInsightsId}': 'Resource' })
    properties: {
      SyntheticMonitorId: '${test.name}-${name}'
      Name: test.name
      Description: 'Expects ${test.status} from ${test.lock}.'
      Enabled: true
      Kind: 'standard'
      Frequency: testFrequency
      Timeout: 30
      RetryEnabled: true
      Locations: [for id in testLocations: { Id: id }]
      Request: { RequestUrl: test.url, HttpVerb: 'GET', FollowRedirects: false, ParseDependentRequests: false }
      ValidationRules: union(
        { ExpectedHttpStatusCode: test.status, IgnoreHttpStatusCode: false, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 },
        test.text == null
          ? {}
          : { ContentValidation: { ContentMatch: test.text!, IgnoreCase: false, PassIfTextFound: true } }
      )
    }
  }
]

resource failed 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for (test, i) in tests: {
    name: '${test.name}-${name}'
    location: 'global'
    tags: union(tags, {
      'hidden-link:${applicationInsightsId}': 'Resource'
      'hidden-link:${webTests[i].id}': 'Resource'
    })
    properties: {
      description: 'Did not get ${test.status} from ${test.lock}. What to do first: docs/monitoring.md#${test.name}'
      severity: 1
      enabled: true
      autoMitigate: true
      scopes: [webTests[i].id, applicationInsightsId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M' // as long as the longest testFrequency: each location has called once
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
        webTestId: webTests[i].id
        componentId: applicationInsightsId
        failedLocationCount: 2 // a single location may have its own problems
      }
      actions: [{ actionGroupId: actionGroupId }]
    }
  }
]
