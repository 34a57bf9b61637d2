@description('Name that the resources of this deployment share.')
param name string

@description('Address that every alert is sent to.')
param alertEmail string

@description('Mobile phone that every alert is sent to as a text message, its country code without a plus; null for none.')
param alertSms { countryCode: string, phoneNumber: string }?

@description('Tags of every resource.')
param tags { *: string }

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'gatehouse' // at most 12 characters: the sender of text messages
    enabled: true
    emailReceivers: [
      { name: 'email', emailAddress: alertEmail, useCommonAlertSchema: true }
    ]
    smsReceivers: alertSms == null
      ? []
      : [{ name: 'sms', countryCode: alertSms!.countryCode, phoneNumber: alertSms!.phoneNumber }]
  }
}

@description('Resource id of the action group.')
output id string = actionGroup.id
