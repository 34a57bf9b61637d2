// The optional second lock: the function app answers only in this network, and the gateway connects through it.

import { clouds } from 'cloud.bicep'

@description('Azure region.')
param location string

@description('Name of the function app.')
param functionAppName string

@description('The cloud, as environment().name names it.')
param cloud string

@description('Tags of every resource.')
param tags { *: string }

resource closed 'Microsoft.Network/networkSecurityGroups@2026-03-01' = {
  name: 'nsg-${functionAppName}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'https-within'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '443'
        }
      }
      {
        name: 'nothing-else'
        properties: {
          priority: 200
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: 'vnet-${functionAppName}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.64.0.0/24'] }
    subnets: [
      {
        name: 'gateway'
        properties: {
          addressPrefix: '10.64.0.0/26'
          networkSecurityGroup: { id: closed.id }
          delegations: [{ name: 'gateway', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
        }
      }
      {
        name: 'function'
        properties: { addressPrefix: '10.64.0.64/27', networkSecurityGroup: { id: closed.id } }
      }
    ]
  }

  resource gatewaySubnet 'subnets' existing = { name: 'gateway' }

  resource functionSubnet 'subnets' existing = { name: 'function' }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: clouds[cloud].functionAppZone
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: functionAppName
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: 'pe-${functionAppName}'
  location: location
  tags: tags
  properties: {
    subnet: { id: network::functionSubnet.id }
    privateLinkServiceConnections: [
      { name: 'function', properties: { privateLinkServiceId: app.id, groupIds: ['sites'] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'sites', properties: { privateDnsZoneId: zone.id } }] }
  }
}

@description('Resource id of the subnet for the gateway\'s outbound connections.')
output gatewaySubnetId string = network::gatewaySubnet.id
