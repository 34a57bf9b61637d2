import { flow } from 'types.bicep'

@description('Name of the API Management service.')
param gatewayName string

@description('The flow, which decides the policies and thereby the values they name.')
param deployedFlow flow

@description('The value of each name. No value is a secret: they give no access.')
param values { *: string }

var ofBoth = [
  'tenant-id'
  'login-endpoint'
  'sts-endpoint'
  'token-version'
  'other-token-version'
  'allowed-clients'
  'rate-limit-calls'
  'rate-limit-seconds'
]
var ofFlow = deployedFlow == 'caller-token'
  ? ['audience', 'v1-audience']
  : ['gateway-audience', 'api-resource', 'gateway-identity-client-id']

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: gatewayName

  resource namedValues 'namedValues' = [
    for name in concat(ofBoth, ofFlow): {
      name: name
      properties: { displayName: name, value: values[name], secret: false }
    }
  ]
}
