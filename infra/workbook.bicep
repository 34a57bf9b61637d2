@description('Resource id of the Application Insights component under which the workbook is listed.')
param applicationInsightsId string

@description('Resource id of the Log Analytics workspace to query.')
param workspaceId string

@description('Region of the workbook.')
param location string

@description('What the queries take from the deployment, as let statements of KQL.')
param given string

@description('Tags of every resource.')
param tags { *: string }

var intro = '''# Who calls what, which hop refuses it and why, and how long it takes
A call passes **Entra → gateway → Easy Auth → host → guard → function**: the words of `gatehouse up` and the doctor. A
reason's name is a heading of docs/troubleshooting.md. To follow one call, put the traceId of its answer into **Trace**.'''

var sections = [
  { name: 'callers', title: 'Who calls what', query: loadTextContent('queries/callers.kql') }
  {
    name: 'refusals-by-hop'
    title: 'Refused, by hop and reason'
    query: loadTextContent('queries/refusals-by-hop.kql')
  }
  {
    name: 'refusals-by-the-guard'
    title: 'Refused by the guard, by reason and client'
    query: loadTextContent('queries/refusals-by-the-guard.kql')
  }
  {
    name: 'refusals-at-the-gateway'
    title: 'Refused to the clients of the gateway, by reason and subscription'
    query: loadTextContent('queries/refusals-at-the-gateway.kql')
  }
  {
    name: 'policy-failures'
    title: 'Policies that failed at the gateway: expired tokens and others'
    query: loadTextContent('queries/policy-failures.kql')
  }
  { name: 'latency-by-hop', title: 'Latency by hop', query: loadTextContent('queries/latency-by-hop.kql') }
  { name: 'one-call', title: 'One call hop by hop, by its trace id', query: loadTextContent('queries/one-call.kql') }
  { name: 'sign-ins', title: 'Entra: the sign-ins behind the calls', query: loadTextContent('queries/sign-ins.kql') }
]

// A parameter's value replaces its name in braces in the query.
var fromParameters = 'let trace = "{Trace}";'

var parameters = [
  {
    version: 'KqlParameterItem/1.0'
    name: 'TimeRange'
    label: 'Time range'
    type: 4 // time range
    isRequired: true
    value: { durationMs: 86400000 }
    typeSettings: {
      selectableValues: map([1, 4, 24, 48, 168, 720], hours => { durationMs: hours * 3600000 })
      allowCustom: true
    }
  }
  { version: 'KqlParameterItem/1.0', name: 'Trace', label: 'Trace', type: 1 /* text */, value: '' }
]

var content = {
  version: 'Notebook/1.0'
  '$schema': 'https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json'
  fallbackResourceIds: [applicationInsightsId]
  items: concat(
    [
      { type: 1, name: 'intro', content: { json: intro } }
      {
        type: 9
        name: 'parameters'
        content: { version: 'KqlParameterItem/1.0', style: 'pills', parameters: parameters }
      }
    ],
    map(sections, section => {
      type: 3
      name: section.name
      content: {
        version: 'KqlItem/1.0'
        title: section.title
        query: '${given}\n${fromParameters}\n${section.query}'
        size: 0
        timeContextFromParameter: 'TimeRange'
        queryType: 0 // logs
        resourceType: 'microsoft.operationalinsights/workspaces'
        crossComponentResources: [workspaceId]
        visualization: 'table'
      }
    })
  )
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(applicationInsightsId, 'workbook')
  location: location
  kind: 'shared'
  tags: tags
  properties: {
    displayName: 'Gatehouse: callers, refusals, latency'
    category: 'workbook'
    sourceId: applicationInsightsId
    serializedData: string(content)
  }
}

@description('Resource id of the workbook.')
output id string = workbook.id
