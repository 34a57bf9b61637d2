@description('Name of the API Management service.')
param gatewayName string

@description('Name of the function app.')
param functionAppName string

@description('The function app\'s host.')
param functionHostName string

@description('Name of the vault that keeps the function key.')
param vaultName string

@description('Client id of the gateway\'s identity, which reads the vault.')
param gatewayClientId string

@description('The host key that only the gateway has.')
@secure()
param functionKey string

var routePrefix = loadJsonContent('../host.json').extensions.http.routePrefix

// The gateway's own key: removing or changing it affects no other client, and it gives access to functions only.
#disable-next-line BCP081 // Azure takes this type (REST: Web Apps, Create Or Update Host Secret), but does not publish its schema
resource hostKey 'Microsoft.Web/sites/host/functionKeys@2025-03-01' = {
  name: '${functionAppName}/default/gateway'
  properties: { name: 'gateway', value: functionKey }
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName

  resource key 'secrets' = {
    name: 'function-key'
    properties: { value: functionKey, contentType: 'host key "gateway" of ${functionAppName}' }
    dependsOn: [hostKey]
  }
}

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: gatewayName

  // by its version, so that a deployment with another key takes effect immediately and not at the gateway's next refresh
  resource functionKeyValue 'namedValues' = {
    name: 'function-key'
    properties: {
      displayName: 'function-key'
      secret: true
      keyVault: { secretIdentifier: vault::key.properties.secretUriWithVersion, identityClientId: gatewayClientId }
    }
  }

  resource functionApp 'backends' = {
    name: 'function-app'
    properties: {
      protocol: 'http'
      url: 'https://${functionHostName}/${routePrefix}'
      credentials: { header: { 'x-functions-key': ['{{${functionKeyValue.name}}}'] } }
      tls: { validateCertificateChain: true, validateCertificateName: true }
    }
  }
}
