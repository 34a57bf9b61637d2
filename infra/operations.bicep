// The operations of the contract, and their names in API Management. Typed, because a contract need not have every property.

@export()
@description('An entry of the contract\'s operations.')
type contractOperation = {
  @description('Name of the function.')
  function: string

  method: string?
  route: string?
  public: bool?

  @description('The function needs a system key: it is not an operation of the API.')
  keyOnly: bool?
}

@export()
@description('Whether it is public.')
func isPublic(operation contractOperation) bool => operation.?public ?? false

@export()
@description('Whether it needs a caller, and is therefore in the gateway.')
func isGuarded(operation contractOperation) bool => !(operation.?public ?? false) && !(operation.?keyOnly ?? false)

@export()
@description('Its method.')
func methodOf(operation contractOperation) string => operation.?method ?? ''

@export()
@description('Its route below the prefix.')
func routeOf(operation contractOperation) string => operation.?route ?? ''

@export()
@description('Its name: the function\'s; with the method if the function accepts several.')
func nameOf(operation contractOperation, functions string[]) string =>
  length(filter(functions, each => each == operation.function)) == 1
    ? operation.function
    : '${operation.function}-${toLower(methodOf(operation))}'

@description('The name in a parameter of a route, such as id in {id:int?}.')
func parameterOf(segment string) string =>
  first(split(first(split(replace(replace(replace(segment, '{', ''), '}', ''), '*', ''), ':'))!, '?'))!

@export()
@description('The names of the parameters of a route; the rest of the path is not a parameter.')
func parametersOf(route string) string[] =>
  map(filter(split(route, '/'), segment => startsWith(segment, '{') && !startsWith(segment, '{*')), segment => parameterOf(segment))

@description('A segment of a route as API Management writes it: it has no constraints, and the rest of the path is a wildcard.')
func segmentOf(segment string) string =>
  startsWith(segment, '{*') ? '*' : startsWith(segment, '{') ? '{${parameterOf(segment)}}' : segment

@export()
@description('A route as a template of API Management.')
func templateOf(route string) string => '/${join(map(split(route, '/'), segment => segmentOf(segment)), '/')}'
