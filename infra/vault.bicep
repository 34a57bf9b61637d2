import { roles } from 'roles.bicep'

@description('Azure region.')
param location string

@description('Name of the vault.')
param name string

@description('Tags of every resource.')
param tags { *: string }

@description('Object id of the identity with which the gateway reads the key, the only one with access.')
param readerPrincipalId string

@description('Whether the vault accepts networks other than Azure\'s own services.')
param isPublic bool

@description('The vault of the only secret: the function key.')
resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    enablePurgeProtection: true
    networkAcls: isPublic ? { bypass: 'None', defaultAction: 'Allow' } : { bypass: 'AzureServices', defaultAction: 'Deny' }
  }
}

resource gatewayReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerPrincipalId, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}
