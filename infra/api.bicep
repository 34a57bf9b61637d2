import { isGuarded, methodOf, nameOf, parametersOf, routeOf, templateOf } from 'operations.bicep'
import { requirement, requirementInWords } from 'requirement.bicep'
import { flow } from 'types.bicep'

@description('Name of the API Management service.')
param gatewayName string

@description('The flow, which decides the API\'s policy.')
param deployedFlow flow

@description('The policy element that checks tokens.')
param tokenCheck 'validate-azure-ad-token' | 'validate-jwt'

@description('Whether the rate is limited by client application; otherwise by subscription.')
param canLimitByKey bool

@description('Origins whose pages may call the API, such as https://app.example; without any, a browser lets no page of another origin.')
param browserOrigins string[]

var contract = loadJsonContent('../contract/security.json')
var published = filter(contract.operations, operation => isGuarded(operation))
var functions = map(published, operation => operation.function)
var apiPolicies = {
  'caller-token': {
    'validate-azure-ad-token': loadTextContent('policies/api-caller-token.xml')
    'validate-jwt': loadTextContent('policies/api-caller-token-validate-jwt.xml')
  }
  'gateway-identity': {
    'validate-azure-ad-token': loadTextContent('policies/api-gateway-identity.xml')
    'validate-jwt': loadTextContent('policies/api-gateway-identity-validate-jwt.xml')
  }
}
// first in inbound, so that a page can read refusals too; calls of other origins go on as they would without it
var cors = '<cors allow-credentials="false" terminate-unmatched-request="false"><allowed-origins>${join(map(browserOrigins, origin => '<origin>${origin}</origin>'), '')}</allowed-origins><allowed-methods preflight-result-max-age="300"><method>*</method></allowed-methods><allowed-headers><header>authorization</header><header>content-type</header><header>ocp-apim-subscription-key</header><header>traceparent</header></allowed-headers><expose-headers><header>www-authenticate</header><header>retry-after</header><header>location</header></expose-headers></cors>'
var inbound = empty(browserOrigins) ? '<inbound>' : '<inbound>\n    ${cors}'
var operationPolicy = canLimitByKey
  ? loadTextContent('policies/operation-by-key.xml')
  : loadTextContent('policies/operation.xml')

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: gatewayName
}

// without a serviceUrl, so that nothing is forwarded unless the policy sets the backend
resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: service
  name: contract.api
  properties: {
    displayName: contract.api
    path: contract.api
    protocols: ['https']
    apiType: 'http'
    subscriptionRequired: true
    subscriptionKeyParameterNames: { header: 'Ocp-Apim-Subscription-Key', query: 'subscription-key' }
  }
}

resource apiPolicy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  parent: api
  name: 'policy'
  properties: { format: 'rawxml', value: replace(apiPolicies[deployedFlow][tokenCheck], '<inbound>', inbound) }
}

resource operations 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = [
  for operation in published: {
    parent: api
    name: nameOf(operation, functions)
    properties: {
      displayName: nameOf(operation, functions)
      description: requirementInWords(operation, contract.roles)
      method: methodOf(operation)
      urlTemplate: templateOf(routeOf(operation))
      templateParameters: map(parametersOf(routeOf(operation)), name => { name: name, type: 'string', required: true })
    }
    dependsOn: [apiPolicy] // no operation is open before the API's policy is deployed
  }
]

resource operationPolicies 'Microsoft.ApiManagement/service/apis/operations/policies@2024-05-01' = [
  for (operation, i) in published: {
    parent: operations[i]
    name: 'policy'
    properties: {
      format: 'rawxml'
      value: replace(operationPolicy, '__REQUIREMENT__', requirement(operation, contract.roles))
    }
  }
]

@description('The API\'s name, which is its path too.')
output name string = api.name
