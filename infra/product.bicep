@description('Name of the API Management service.')
param gatewayName string

var contract = loadJsonContent('../contract/security.json')

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: gatewayName
}

resource product 'Microsoft.ApiManagement/service/products@2024-05-01' = {
  parent: service
  name: contract.api
  properties: {
    displayName: contract.api
    description: 'Client applications subscribe to it: the key identifies whose rate limit applies, the token who may call.'
    state: 'published'
    subscriptionRequired: true
    approvalRequired: true
  }

  resource api 'apis' = {
    name: contract.api
  }
}

// API Management creates its keys; a deployment neither sets nor shows them
resource subscription 'Microsoft.ApiManagement/service/subscriptions@2024-05-01' = {
  parent: service
  name: 'first-client'
  properties: { displayName: 'First client', scope: product.id, state: 'active' }
}
