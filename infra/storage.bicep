import { roles } from 'roles.bicep'

@description('Azure region.')
param location string

@description('Name of the storage account.')
param name string

@description('Tags of every resource.')
param tags { *: string }

@description('Whether the account accepts callers outside the deployment\'s network.')
param isPublic bool

@description('Whether the data is kept in several of the region\'s zones.')
param zoneRedundant bool

@description('Object id of the function app\'s identity, the only identity with access.')
param functionPrincipalId string

resource account 'Microsoft.Storage/storageAccounts@2026-09-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: isPublic ? 'Allow' : 'Deny' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: { deleteRetentionPolicy: { enabled: true, days: 7 } }

    resource package 'containers' = {
      name: 'app-package'
      properties: { publicAccess: 'None' }
    }
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource accounts 'tables' = {
      name: 'accounts'
    }
  }
}

resource functionOwnsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, functionPrincipalId, roles.storageBlobDataOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
    principalId: functionPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource functionWritesAccounts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::tables::accounts // the app may use this table, and neither others nor the account's tables as a whole
  name: guid(account::tables::accounts.id, functionPrincipalId, roles.storageTableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor)
    principalId: functionPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Address of the blob service.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the table service.')
output tableEndpoint string = account.properties.primaryEndpoints.table

@description('Address of the container that the app is deployed to.')
output packageContainer string = '${account.properties.primaryEndpoints.blob}${account::blobs::package.name}'
