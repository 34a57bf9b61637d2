import { gatewayOptions } from 'types.bicep'

@description('Azure region.')
param location string

@description('Name of the API Management service.')
param name string

@description('Tags of every resource.')
param tags { *: string }

@description('SKU, units and publisher.')
param options gatewayOptions

@description('Resource id of the gateway\'s identity.')
param identityId string

@description('Resource id of the subnet for outbound connections; empty for none, and then the service has no identity of its own.')
param subnetId string

// only these have protocol settings; the others accept TLS 1.2 and newer only
var isClassic = contains(['Developer', 'Basic', 'Standard', 'Premium'], options.sku)
var oldProtocols = ['Protocols.Tls10', 'Protocols.Tls11', 'Protocols.Ssl30', 'Backend.Protocols.Tls10', 'Backend.Protocols.Tls11', 'Backend.Protocols.Ssl30']

resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: options.sku, capacity: options.sku == 'Consumption' ? 0 : options.?units ?? 1 }
  // a vault with a firewall admits only the identity that the service itself has:
  // https://learn.microsoft.com/azure/api-management/api-management-howto-properties#requirements-for-key-vault-firewall
  identity: {
    type: empty(subnetId) ? 'UserAssigned' : 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    publisherEmail: options.publisherEmail
    publisherName: 'Gatehouse'
    virtualNetworkType: empty(subnetId) ? 'None' : 'External'
    virtualNetworkConfiguration: empty(subnetId) ? null : { subnetResourceId: subnetId }
    apiVersionConstraint: { minApiVersion: '2021-08-01' }
    customProperties: isClassic
      ? toObject(oldProtocols, each => 'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.${each}', each => 'False')
      : {}
  }

  resource forwardAndClean 'policies' = {
    name: 'policy'
    properties: { format: 'rawxml', value: loadTextContent('policies/global.xml') }
  }
}

@description('Address of the gateway.')
output url string = service.properties.gatewayUrl

@description('The addresses that the gateway calls from; empty for tiers without addresses of their own.')
output addresses string[] = isClassic ? service.properties.publicIPAddresses : []

@description('Object id of the identity that the service itself has; empty without a subnet.')
output principalId string = empty(subnetId) ? '' : service.identity.principalId
