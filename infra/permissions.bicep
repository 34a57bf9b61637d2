// The contract's roles and scopes as an Entra registration declares them. Their ids follow from tenant, registration and
// value, so that a role can be assigned, and deployed again, without reading it back.

import { appRole, declaredRole, declaredScope, delegatedPermission } from 'types.bicep'

@export()
@description('The id of an app role.')
func roleId(tenantId string, registration string, value string) string => guid(tenantId, registration, 'role', value)

@export()
@description('Whether no caller gets the role any more.')
func isRetired(role declaredRole) bool => role.?retired ?? false

@export()
@description('Whether no caller gets the scope any more.')
func isRetiredScope(declared declaredScope) bool => declared.?retired ?? false

@export()
@description('An app role.')
func appRoleOf(tenantId string, registration string, role declaredRole) appRole => {
  id: roleId(tenantId, registration, role.value)
  value: role.value
  displayName: role.value
  description: role.description
  allowedMemberTypes: role.allowedMemberTypes
  isEnabled: !isRetired(role)
}

@export()
@description('A delegated permission, which users can consent to.')
func scopeOf(tenantId string, registration string, declared declaredScope) delegatedPermission => {
  id: guid(tenantId, registration, 'scope', declared.value)
  value: declared.value
  type: 'User'
  adminConsentDisplayName: declared.description
  adminConsentDescription: declared.description
  userConsentDisplayName: declared.description
  userConsentDescription: declared.description
  isEnabled: !isRetiredScope(declared)
}
