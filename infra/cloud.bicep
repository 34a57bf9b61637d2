// What differs between Azure's clouds and is not, or not as tokens have it, in environment(): in China environment() names
// a login host that is not the one in tokens' issuers. Hosts without a trailing slash, as issuers and settings have them.

@export()
@description('The clouds by the name that environment().name has there.')
var clouds = {
  AzureCloud: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.microsoftonline.com'
    stsEndpoint: 'https://sts.windows.net'
    tokenExchangeAudience: 'api://AzureADTokenExchange'
    functionAppZone: 'privatelink.azurewebsites.net'
  }
  AzureUSGovernment: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.microsoftonline.us'
    stsEndpoint: 'https://sts.windows.net'
    tokenExchangeAudience: 'api://AzureADTokenExchangeUSGov'
    functionAppZone: 'privatelink.azurewebsites.us'
  }
  AzureChinaCloud: {
    #disable-next-line no-hardcoded-env-urls // see above
    loginEndpoint: 'https://login.partner.microsoftonline.cn'
    stsEndpoint: 'https://sts.chinacloudapi.cn'
    tokenExchangeAudience: 'api://AzureADTokenExchangeChina'
    functionAppZone: 'privatelink.chinacloudsites.cn'
  }
}
