// Differences between Azure's clouds that environment() does not have, or not as in tokens: in China environment() names
// a login host that differs from the one in tokens' issuers. Hosts have no trailing slash, as in issuers and settings.

var storage = {
  #disable-next-line no-hardcoded-env-urls // see above
  AzureCloud: 'core.windows.net'
  #disable-next-line no-hardcoded-env-urls // see above
  AzureUSGovernment: 'core.usgovcloudapi.net'
  #disable-next-line no-hardcoded-env-urls // see above
  AzureChinaCloud: 'core.chinacloudapi.cn'
}

@export()
@description('The clouds by their environment().name.')
var clouds = {
  AzureCloud: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.microsoftonline.com'
    stsEndpoint: 'https://sts.windows.net'
    graphEndpoint: 'https://graph.microsoft.com'
    tokenExchangeAudience: 'api://AzureADTokenExchange'
    zones: { sites: 'privatelink.azurewebsites.net', blob: 'privatelink.blob.${storage.AzureCloud}', table: 'privatelink.table.${storage.AzureCloud}' }
  }
  AzureUSGovernment: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.microsoftonline.us'
    stsEndpoint: 'https://sts.windows.net'
    graphEndpoint: 'https://graph.microsoft.us'
    tokenExchangeAudience: 'api://AzureADTokenExchangeUSGov'
    zones: { sites: 'privatelink.azurewebsites.us', blob: 'privatelink.blob.${storage.AzureUSGovernment}', table: 'privatelink.table.${storage.AzureUSGovernment}' }
  }
  AzureChinaCloud: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.partner.microsoftonline.cn'
    stsEndpoint: 'https://sts.chinacloudapi.cn'
    graphEndpoint: 'https://microsoftgraph.chinacloudapi.cn'
    tokenExchangeAudience: 'api://AzureADTokenExchangeChina'
    zones: { sites: 'privatelink.chinacloudsites.cn', blob: 'privatelink.blob.${storage.AzureChinaCloud}', table: 'privatelink.table.${storage.AzureChinaCloud}' }
  }
}
