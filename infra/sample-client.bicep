extension microsoftGraphV1

import { roleId } from 'permissions.bicep'
import { federatedClient } from 'types.bicep'

@description('How the client proves itself, and its roles.')
param federation federatedClient

@description('Name of the client\'s registration in the tenant, unique and never changed.')
param name string

@description('The tenant.')
param tenantId string

@description('The audience that Entra requires in the other issuer\'s tokens.')
param tokenExchangeAudience string

@description('Name of the registration that the client requests tokens for.')
param frontName string

@description('Object id of that registration\'s service principal.')
param frontPrincipalId string

resource sampleApp 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: name
  displayName: name
  tags: ['gatehouse-sample-client']
  signInAudience: 'AzureADMyOrg'
}

resource sampleCredential 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = {
  name: '${sampleApp.uniqueName}/workload'
  audiences: [tokenExchangeAudience]
  issuer: federation.issuer
  subject: federation.subject
}

resource samplePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: sampleApp.appId
  appRoleAssignmentRequired: true // it is not an API that others call
}

resource sampleGrants 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [
  for role in federation.roles: {
    resourceId: frontPrincipalId
    principalId: samplePrincipal.id
    appRoleId: roleId(tenantId, frontName, role)
  }
]

@description('Client id of the client\'s registration.')
output clientId string = sampleApp.appId
