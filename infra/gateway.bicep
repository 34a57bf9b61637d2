import { clouds } from 'cloud.bicep'
import { flow, gatewayOptions, hostKey } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the API Management service.')
param name string

@description('Name of the vault that keeps the function key.')
param vaultName string

@description('Tags of every resource.')
param tags { *: string }

@description('SKU, token check and rate limit.')
param options gatewayOptions

@description('Whether the API is published, and with which host key of the app.')
param key hostKey

@description('The flow, which decides the policies.')
param deployedFlow flow

@description('The cloud, as environment().name names it.')
param cloud string

@description('The tenant whose tokens are accepted.')
param tenantId string

@description('App ID URI of the API\'s registration.')
param apiUri string

@description('Client id of the registration that clients request tokens for.')
param audience string

@description('Client ids of the applications that may call.')
param allowedClients string[]

@description('Client id of the gateway\'s identity.')
param identityClientId string

@description('Object id of the gateway\'s identity.')
param identityPrincipalId string

@description('Whether the vault has a firewall, which admits only the identity that the service itself has.')
param hasFirewall bool

@description('Object id of that identity; empty without a firewall.')
param servicePrincipalId string

@description('Resource id of Application Insights.')
param insightsId string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('Name of the function app.')
param functionAppName string

@description('The function app\'s host.')
param functionHostName string

var isPublished = key != 'none'
var tokenCheck = options.?tokenCheck ?? (cloud == 'AzureCloud' ? 'validate-azure-ad-token' : 'validate-jwt')
var rateLimit = options.?rateLimit ?? { calls: 600, seconds: 60 }
var tokenVersions = loadJsonContent('../contract/security.json').tokenVersions
// one list of the values on which Entra, the policies, Easy Auth and the app settings must agree
var namedValues = {
  'tenant-id': tenantId
  'login-endpoint': clouds[cloud].loginEndpoint
  'sts-endpoint': clouds[cloud].stsEndpoint
  'token-version': first(tokenVersions)!
  'other-token-version': last(tokenVersions)!
  'allowed-clients': join(allowedClients, ' ')
  'rate-limit-calls': string(rateLimit.calls)
  'rate-limit-seconds': string(rateLimit.seconds)
  audience: audience
  'v1-audience': contains(tokenVersions, '1.0') ? apiUri : audience
  'gateway-audience': audience
  'api-resource': apiUri
  'gateway-identity-client-id': identityClientId
}

module vault 'vault.bicep' = {
  params: {
    location: location
    name: vaultName
    tags: tags
    readerPrincipalId: hasFirewall ? servicePrincipalId : identityPrincipalId
    isPublic: !hasFirewall
  }
}

module diagnostics 'diagnostics.bicep' = {
  params: {
    gatewayName: name
    gatewayClientId: identityClientId
    insightsId: insightsId
    insightsConnectionString: insightsConnectionString
  }
}

module values 'namedvalues.bicep' = {
  params: { gatewayName: name, deployedFlow: deployedFlow, values: namedValues }
}

module backend 'backend.bicep' = if (isPublished) {
  params: {
    gatewayName: name
    vaultReaderClientId: hasFirewall ? null : identityClientId
    functionAppName: functionAppName
    functionHostName: functionHostName
    vaultName: vaultName
    newKey: key == 'new'
  }
  dependsOn: [vault]
}

module api 'api.bicep' = if (isPublished) {
  params: {
    gatewayName: name
    deployedFlow: deployedFlow
    tokenCheck: cloud == 'AzureCloud' || tokenCheck == 'validate-jwt'
      ? tokenCheck
      : fail('validate-azure-ad-token supports the public cloud only: gateway.tokenCheck must be validate-jwt')
    canLimitByKey: options.sku != 'Consumption'
    browserOrigins: options.?browserOrigins ?? []
  }
  dependsOn: [values, backend] // a policy that names a missing value is rejected
}

module product 'product.bicep' = if (isPublished) {
  params: { gatewayName: name }
  dependsOn: [api]
}
