import { networkLock } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the function app.')
param name string

@description('Tags of every resource; azd finds the app by them.')
param tags { *: string }

@description('Java of the worker.')
param javaVersion string

@description('Resource id of the function app\'s identity.')
param identityId string

@description('Address of the blob container that the app is deployed to.')
param packageContainer string

@description('The second lock.')
param lock networkLock

// every customer's API Management has these addresses: it blocks the rest of the internet, not other customers
var gateways = { name: 'gateways', priority: 100, action: 'Allow', tag: 'ServiceTag', ipAddress: 'ApiManagement.${location}' }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: lock == 'private-endpoint' ? 'Disabled' : 'Enabled'
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'java', version: javaVersion }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
      ipSecurityRestrictions: lock == 'service-tag' ? [gateways] : []
      ipSecurityRestrictionsDefaultAction: lock == 'service-tag' ? 'Deny' : 'Allow'
      scmIpSecurityRestrictionsUseMain: false
    }
  }

  resource noPasswordForFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPasswordForScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

@description('The app\'s host.')
output hostName string = app.properties.defaultHostName
