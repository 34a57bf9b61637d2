@description('Name of the API Management service.')
param gatewayName string

@description('Name of the function app.')
param functionAppName string

@description('The function app\'s host.')
param functionHostName string

@description('Name of the vault that keeps the function key.')
param vaultName string

@description('Client id of the gateway\'s identity, which reads the vault; null for the one that the service itself has.')
param vaultReaderClientId string?

@description('Whether to make a key; otherwise that of an earlier deployment, or of infra/rotate-key, stays.')
param newKey bool

@description('The key, if one is made.')
@secure()
param key string = newGuid()

var secretName = 'function-key'
var routePrefix = loadJsonContent('../host.json').extensions.http.routePrefix

// The gateway's own key: removing or changing it affects no other client, and it gives access to functions only.
#disable-next-line BCP081 // Azure takes this type (REST: Web Apps, Create Or Update Host Secret), but does not publish its schema
resource hostKey 'Microsoft.Web/sites/host/functionKeys@2025-03-01' = if (newKey) {
  name: '${functionAppName}/default/gateway'
  properties: { name: 'gateway', value: key }
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName

  resource secret 'secrets' = if (newKey) {
    name: secretName
    properties: { value: key, contentType: 'host key gateway' } // infra/rotate-key reads the name of the key here
    dependsOn: [hostKey]
  }

  resource current 'secrets' existing = { name: secretName }
}

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: gatewayName

  // without a version, so that a deployment that keeps the key changes nothing; infra/rotate-key has it read again
  resource functionKeyValue 'namedValues' = {
    name: secretName
    properties: {
      displayName: secretName
      secret: true
      keyVault: { secretIdentifier: vault::current.properties.secretUri, identityClientId: vaultReaderClientId }
    }
    dependsOn: [vault::secret]
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
