import { appOptions, networkLock } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the function app.')
param name string

@description('Tags of every resource; azd finds the app by them.')
param tags { *: string }

@description('Java, instances and memory.')
param options appOptions

@description('Resource id of the function app\'s identity.')
param identityId string

@description('Address of the blob container that the app is deployed to.')
param packageContainer string

@description('The second lock.')
param lock networkLock

@description('The addresses that the gateway calls from, for the lock gateway-addresses.')
param gatewayAddresses string[]

@description('Whether code was deployed before: until then, private-endpoint leaves the app open, because code could not be deployed.')
param codeDeployed bool

@description('Addresses (CIDR) that may deploy code in spite of private-endpoint.')
param codeFrom string[]

@description('Resource id of the subnet that the app itself calls from; empty for none.')
param subnetId string

// every customer's API Management in the region has these addresses: it blocks the rest of the internet, not other customers
var regionsGateways = { name: 'gateway', priority: 100, action: 'Allow', tag: 'ServiceTag', ipAddress: 'ApiManagement.${location}' }
var ownGateway = map(gatewayAddresses, address => {
  name: 'gateway'
  priority: 100
  action: 'Allow'
  tag: 'Default'
  ipAddress: '${address}/32'
})
var alwaysReady = options.?alwaysReady ?? 0
var isClosed = lock == 'private-endpoint' && codeDeployed

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: options.?zoneRedundant ?? false }
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
    publicNetworkAccess: isClosed && empty(codeFrom) ? 'Disabled' : 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'java', version: options.?java ?? '21' }
      scaleAndConcurrency: {
        instanceMemoryMB: options.?memory ?? 2048
        maximumInstanceCount: options.?maximumInstances ?? 40
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
      ipSecurityRestrictions: lock == 'service-tag' ? [regionsGateways] : lock == 'gateway-addresses' ? ownGateway : []
      ipSecurityRestrictionsDefaultAction: lock == 'none' || lock == 'private-endpoint' && !codeDeployed ? 'Allow' : 'Deny'
      scmIpSecurityRestrictions: map(codeFrom, address => {
        name: 'code'
        priority: 100
        action: 'Allow'
        tag: 'Default'
        ipAddress: address
      })
      scmIpSecurityRestrictionsDefaultAction: isClosed ? 'Deny' : 'Allow'
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

@description('Resource id of the app.')
output id string = app.id

@description('The app\'s host.')
output hostName string = app.properties.defaultHostName
