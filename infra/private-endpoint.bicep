@description('Azure region.')
param location string

@description('Name of the endpoint, which also names its parts.')
param name string

@description('Resource id of what is reached through it.')
param targetId string

@description('Which of the target\'s services.')
param service 'sites' | 'blob' | 'table'

@description('Name of the private DNS zone of that service.')
param zoneName string

@description('Resource id of the network in which the name resolves.')
param networkId string

@description('Resource id of the endpoint\'s subnet.')
param subnetId string

@description('Tags of every resource.')
param tags { *: string }

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: service, properties: { privateLinkServiceId: targetId, groupIds: [service] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zone.id } }] }
  }
}
