import { isPublic, routeOf } from 'operations.bicep'

@description('Name of the function app.')
param functionAppName string

@description('The cloud\'s login service, without a trailing slash.')
param loginEndpoint string

@description('The tenant whose tokens are accepted.')
param tenantId string

@description('Client id of the API\'s registration: the audience.')
param apiClientId string

@description('App ID URI of the API\'s registration.')
param apiUri string

@description('Client ids of the applications that may call. Never empty: Easy Auth would accept every application of the tenant.')
@minLength(1)
param allowedClients string[]

@description('Object ids of the principals that may call; empty for any.')
param allowedPrincipals string[]

var contract = loadJsonContent('../contract/security.json')
var routePrefix = loadJsonContent('../host.json').extensions.http.routePrefix
var acceptsVersionOne = contains(contract.tokenVersions, '1.0')
var issuerOfFirst = contract.tokenVersions[0] == '2.0' ? '${loginEndpoint}/${tenantId}/v2.0' : '${loginEndpoint}/${tenantId}'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName

  resource auth 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true, runtimeVersion: '~1' }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'Return401'
        excludedPaths: map(
          filter(contract.operations, operation => isPublic(operation)),
          operation => empty(routePrefix) ? '/${routeOf(operation)}' : '/${routePrefix}/${routeOf(operation)}'
        )
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: { clientId: apiClientId, openIdIssuer: issuerOfFirst }
          login: { disableWWWAuthenticate: false }
          validation: {
            allowedAudiences: acceptsVersionOne ? [apiClientId, apiUri] : [apiClientId]
            defaultAuthorizationPolicy: {
              allowedApplications: allowedClients
              allowedPrincipals: empty(allowedPrincipals) ? {} : { identities: allowedPrincipals }
            }
          }
        }
      }
      login: { tokenStore: { enabled: false } }
      httpSettings: { requireHttps: true, routes: { apiPrefix: '/.auth' }, forwardProxy: { convention: 'NoProxy' } }
    }
  }
}
