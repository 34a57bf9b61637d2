import { roles } from 'roles.bicep'

@description('Azure region.')
param location string

@description('Name of the environment, a part of the names.')
param environmentName string

@description('Tags of every resource.')
param tags { *: string }

@description('Days for which logs are kept, 30 unless given.')
param retentionInDays int?

@description('Object ids of the identities that write telemetry.')
param writers { function: string, gateway: string }

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: 'log-${environmentName}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays ?? 30
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${environmentName}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for writer in ['function', 'gateway']: {
    scope: insights
    name: guid(insights.id, writers[writer], roles.monitoringMetricsPublisher)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
      principalId: writers[writer]
      principalType: 'ServicePrincipal'
    }
  }
]

@description('Resource id of the Log Analytics workspace.')
output workspaceId string = workspace.id

@description('Resource id of Application Insights.')
output insightsId string = insights.id

@description('Where telemetry goes; not a credential, because Application Insights accepts Entra tokens only.')
output connectionString string = insights.properties.ConnectionString
