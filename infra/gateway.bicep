import { flow } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the API Management service.')
param name string

@description('Name of the vault that keeps the function key.')
param vaultName string

@description('Tags of every resource.')
param tags { *: string }

@description('SKU of the service.')
param sku string

@description('Where API Management sends its notifications.')
param publisherEmail string

@description('Whether code was deployed before: without code the app may reject the host key, and nothing is published.')
param codeDeployed bool

@description('The flow, which decides the policies.')
param deployedFlow flow

@description('The policy element that checks tokens.')
param tokenCheck 'validate-azure-ad-token' | 'validate-jwt'

@description('The values that the policies name.')
param namedValues { *: string }

@description('Resource id of the gateway\'s identity.')
param identityId string

@description('Client id of the gateway\'s identity.')
param identityClientId string

@description('Object id of the gateway\'s identity.')
param identityPrincipalId string

@description('Resource id of Application Insights.')
param insightsId string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('Name of the function app.')
param functionAppName string

@description('The function app\'s host.')
param functionHostName string

@description('The host key that only the gateway has.')
@secure()
param functionKey string

@description('Resource id of the subnet for outbound connections; empty for none.')
param subnetId string

module service 'service.bicep' = {
  params: {
    location: location
    name: name
    tags: tags
    sku: sku
    publisherEmail: publisherEmail
    identityId: identityId
    subnetId: subnetId
  }
}

module vault 'vault.bicep' = {
  params: { location: location, name: vaultName, tags: tags, gatewayPrincipalId: identityPrincipalId }
}

module diagnostics 'diagnostics.bicep' = {
  params: {
    gatewayName: name
    gatewayClientId: identityClientId
    insightsId: insightsId
    insightsConnectionString: insightsConnectionString
  }
  dependsOn: [service]
}

module values 'namedvalues.bicep' = {
  params: { gatewayName: name, deployedFlow: deployedFlow, values: namedValues }
  dependsOn: [service]
}

module backend 'backend.bicep' = if (codeDeployed) {
  params: {
    gatewayName: name
    gatewayClientId: identityClientId
    functionAppName: functionAppName
    functionHostName: functionHostName
    vaultName: vaultName
    functionKey: functionKey
  }
  dependsOn: [service, vault]
}

module api 'api.bicep' = if (codeDeployed) {
  params: {
    gatewayName: name
    deployedFlow: deployedFlow
    tokenCheck: tokenCheck
    canLimitByKey: sku != 'Consumption'
  }
  dependsOn: [values, backend] // a policy that names a missing value is rejected
}

module product 'product.bicep' = if (codeDeployed) {
  params: { gatewayName: name }
  dependsOn: [api]
}

@description('Address of the gateway.')
output url string = service.outputs.url
