@description('Azure region.')
param location string

@description('Name of the API Management service.')
param name string

@description('Tags of every resource.')
param tags { *: string }

@description('SKU of the service.')
param sku string

@description('Where API Management sends its notifications.')
param publisherEmail string

@description('Resource id of the gateway\'s identity.')
param identityId string

@description('Resource id of the subnet for outbound connections; empty for none.')
param subnetId string

// only these have protocol settings; the others accept TLS 1.2 and newer only
var isClassic = contains(['Developer', 'Basic', 'Standard', 'Premium'], sku)
var oldProtocols = ['Protocols.Tls10', 'Protocols.Tls11', 'Protocols.Ssl30', 'Backend.Protocols.Tls10', 'Backend.Protocols.Tls11', 'Backend.Protocols.Ssl30']

resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, capacity: sku == 'Consumption' ? 0 : 1 }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    publisherEmail: publisherEmail
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
