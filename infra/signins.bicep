targetScope = 'tenant'

@description('Resource id of the Log Analytics workspace that the logs are sent to.')
param workspaceId string

@description('Name of the diagnostic setting; the tenant has one list of these settings.')
param name string

// Sign-ins of managed identities and of applications; not those of people: their logs are larger and personal.
resource setting 'microsoft.aadiam/diagnosticSettings@2017-04-01' = {
  name: name
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ManagedIdentitySignInLogs', enabled: true }
      { category: 'ServicePrincipalSignInLogs', enabled: true }
    ]
  }
}
