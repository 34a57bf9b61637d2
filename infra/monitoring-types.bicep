@export()
@description('A mobile phone.')
type phone = {
  @description('Country code without a plus, such as 358.')
  countryCode: string

  @description('Number without the country code.')
  phoneNumber: string
}

@export()
@description('Tags of a resource: each name with its value.')
type tagList = {
  *: string
}
