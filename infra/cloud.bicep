// Differences between Azure's clouds that environment() does not have, or not as in tokens: in China environment() names
// a login host that differs from the one in tokens' issuers. Hosts have no trailing slash, as in issuers and settings.

@export()
@description('The clouds by their environment().name.')
var clouds = {
  AzureCloud: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.microsoftonline.com'
    stsEndpoint: 'https://sts.windows.net'
    graphEndpoint: 'https://graph.microsoft.com'
    tokenExchangeAudience: 'api://AzureADTokenExchange'
    functionAppZone: 'privatelink.azurewebsites.net'
  }
  AzureUSGovernment: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.microsoftonline.us'
    stsEndpoint: 'https://sts.windows.net'
    graphEndpoint: 'https://graph.microsoft.us'
    tokenExchangeAudience: 'api://AzureADTokenExchangeUSGov'
    functionAppZone: 'privatelink.azurewebsites.us'
  }
  AzureChinaCloud: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.partner.microsoftonline.cn'
    stsEndpoint: 'https://sts.chinacloudapi.cn'
    graphEndpoint: 'https://microsoftgraph.chinacloudapi.cn'
    tokenExchangeAudience: 'api://AzureADTokenExchangeChina'
    functionAppZone: 'privatelink.chinacloudsites.cn'
  }
}
