// The network of the lock private-endpoint: the gateway calls out through it, and the function app and its storage are reached in it only.

@description('Azure region.')
param location string

@description('Name of the function app, a part of the names.')
param functionAppName string

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
        name: 'endpoints'
        properties: { addressPrefix: '10.64.0.64/27', networkSecurityGroup: { id: closed.id } }
      }
      {
        name: 'function'
        properties: {
          addressPrefix: '10.64.0.128/26'
          networkSecurityGroup: { id: closed.id }
          delegations: [{ name: 'function', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
    ]
  }

  resource gatewaySubnet 'subnets' existing = { name: 'gateway' }

  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }

  resource functionSubnet 'subnets' existing = { name: 'function' }
}

@description('Resource id of the network.')
output networkId string = network.id

@description('Resource id of the subnet for the gateway\'s outbound connections.')
output gatewaySubnetId string = network::gatewaySubnet.id

@description('Resource id of the subnet for private endpoints.')
output endpointSubnetId string = network::endpointSubnet.id

@description('Resource id of the subnet for the function app\'s outbound connections.')
output functionSubnetId string = network::functionSubnet.id
