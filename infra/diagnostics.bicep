@description('Name of the API Management service.')
param gatewayName string

@description('Client id of the gateway\'s identity, which writes the telemetry.')
param gatewayClientId string

@description('Resource id of Application Insights.')
param insightsId string

@description('Where telemetry goes; not a credential, because Application Insights accepts Entra tokens only.')
param insightsConnectionString string

var masking = {
  headers: map(
    ['Authorization', 'Ocp-Apim-Subscription-Key', 'x-functions-key'],
    name => { value: name, mode: 'Hide' }
  )
  queryParams: map(['code', 'subscription-key', 'access_token'], name => { value: name, mode: 'Hide' })
}
var withoutContent = { headers: [], body: { bytes: 0 }, dataMasking: masking }

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: gatewayName

  // named, because API Management would otherwise add a new value with each deployment
  resource connectionString 'namedValues' = {
    name: 'insights-connection-string'
    properties: { displayName: 'insights-connection-string', value: insightsConnectionString, secret: false }
  }

  resource logger 'loggers' = {
    name: 'application-insights'
    properties: {
      loggerType: 'applicationInsights'
      resourceId: insightsId
      isBuffered: true
      credentials: {
        connectionString: '{{${connectionString.name}}}'
        identityClientId: gatewayClientId
      }
    }
  }

  resource diagnostics 'diagnostics' = {
    name: 'applicationinsights' // the only name that API Management accepts
    properties: {
      loggerId: logger.id
      alwaysLog: 'allErrors'
      sampling: { samplingType: 'fixed', percentage: 100 }
      httpCorrelationProtocol: 'W3C'
      verbosity: 'information'
      operationNameFormat: 'Name'
      metrics: true
      logClientIp: false
      frontend: { request: withoutContent, response: withoutContent }
      backend: { request: withoutContent, response: withoutContent }
    }
  }
}
