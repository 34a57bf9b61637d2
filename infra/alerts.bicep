@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Region of the workspace.')
param location string

@description('Name that the resources of this deployment share.')
param name string

@description('What the queries take from the deployment, as let statements of KQL.')
param given string

@description('Resource id of the action group to notify.')
param actionGroupId string

@description('Tags of every resource.')
param tags { *: string }

// Each row of its query raises an alert. A query sees only the window.
var alerts = [
  {
    name: 'refusals-rise'
    title: 'Gatehouse: many more calls are refused than usual'
    severity: 2
    window: 'P1D'
    query: loadTextContent('queries/alert-refusals-rise.kql')
  }
  {
    name: 'past-the-gateway'
    title: 'Gatehouse: a call reached a function without the gateway'
    severity: 0
    window: 'PT1H'
    query: loadTextContent('queries/alert-past-the-gateway.kql')
  }
  {
    name: 'locks-disagree'
    title: 'Gatehouse: the gateway let through what the function app refused'
    severity: 1
    window: 'PT30M'
    query: loadTextContent('queries/alert-locks-disagree.kql')
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in alerts: {
    name: '${alert.name}-${name}'
    location: location
    kind: 'LogAlert'
    tags: tags
    properties: {
      displayName: alert.title
      description: 'What to do first: docs/monitoring.md#${alert.name}'
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: alert.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: '${given}\n${alert.query}'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
    }
  }
]
