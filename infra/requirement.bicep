// What an operation requires of a validated token, as the C# for __REQUIREMENT__ of operation.xml: a token with scp needs
// one of the scopes and, if any are listed, one of the users' roles; a token without scp needs one of the apps' roles. Without
// scopes no user is admitted, without roles for apps no app.

import { declaredRole, operationNeeds } from 'types.bicep'

@description('The claims of the token that the API\'s policy has validated.')
func claims() string => '((Jwt)context.Variables["token"]).Claims'

@description('C#: whether the list has one of the names.')
func anyOf(names string[], list string) string =>
  empty(names) ? 'false' : join(map(names, name => '${list}.Contains("${name}")'), ' || ')

@description('C#: whether the token has one of the roles.')
func anyRole(roles string[]) string =>
  '(${claims()}.ContainsKey("roles") ? (${anyOf(roles, '${claims()}["roles"]')}) : false)'

@description('C#: whether the token has one of the scopes.')
func anyScope(scopes string[]) string => anyOf(scopes, '${claims()}.GetValueOrDefault("scp", "").Split()')

@description('The roles that an operation lists.')
func rolesOf(operation operationNeeds) string[] => operation.?roles ?? []

@description('The scopes that an operation lists.')
func scopesOf(operation operationNeeds) string[] => operation.?scopes ?? []

@description('The names that this kind of member can hold according to the contract, in their order.')
func heldBy(memberType string, names string[], declared declaredRole[]) string[] =>
  filter(names, name => !empty(filter(declared, role => role.value == name && contains(role.allowedMemberTypes, memberType))))

// no &&: a raw & is malformed XML, and entities in rawxml are reported to fail
@description('C#: whether a user\'s token meets the requirement.')
func ofUser(userRoles string[], scopes string[]) string =>
  empty(userRoles) ? anyScope(scopes) : '(${anyScope(scopes)}) ? ${anyRole(userRoles)} : false'

@description('Text: who needs which of the names.')
func words(who string, names string[]) string => empty(names) ? '' : '${who} ${join(names, ' or ')}'

@description('Text: what a user needs; without scopes no user is admitted.')
func wordsOfUser(userRoles string[], scopes string[]) string =>
  empty(scopes) || empty(userRoles) ? words('a user: scope', scopes) : '${words('a user: scope', scopes)}, ${words('and role', userRoles)}'

@export()
@description('The requirement of an operation as text.')
func requirementInWords(operation operationNeeds, declared declaredRole[]) string =>
  join(
    filter(
      [
        words('an app: role', heldBy('Application', rolesOf(operation), declared))
        wordsOfUser(heldBy('User', rolesOf(operation), declared), scopesOf(operation))
      ],
      each => !empty(each)
    ),
    '; '
  )

@export()
@description('The requirement of an operation of the contract, given the roles that the contract declares.')
func requirement(operation operationNeeds, declared declaredRole[]) string =>
  '${claims()}.ContainsKey("scp") ? (${ofUser(heldBy('User', rolesOf(operation), declared), scopesOf(operation))}) : ${anyRole(heldBy('Application', rolesOf(operation), declared))}'
