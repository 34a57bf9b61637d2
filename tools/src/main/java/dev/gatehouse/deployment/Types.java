package dev.gatehouse.deployment;

/** The types of resources that readers ask for by name. */
final class Types {
    static final String IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities";
    static final String ROLE = "Microsoft.Authorization/roleAssignments";

    static final String APPLICATION = "Microsoft.Graph/applications";
    static final String PRINCIPAL = "Microsoft.Graph/servicePrincipals";
    static final String ASSIGNMENT = "Microsoft.Graph/appRoleAssignedTo";

    static final String PLAN = "Microsoft.Web/serverfarms";
    static final String SITE = "Microsoft.Web/sites";
    static final String SITE_CONFIG = SITE + "/config";
    static final String FUNCTION_KEY = SITE + "/host/functionKeys";
    static final String STORAGE = "Microsoft.Storage/storageAccounts";
    static final String CONTAINER = STORAGE + "/blobServices/containers";

    static final String VAULT = "Microsoft.KeyVault/vaults";
    static final String SECRET = VAULT + "/secrets";

    static final String GATEWAY = "Microsoft.ApiManagement/service";
    static final String GLOBAL_POLICY = GATEWAY + "/policies";
    static final String NAMED_VALUE = GATEWAY + "/namedValues";
    static final String BACKEND = GATEWAY + "/backends";
    static final String API = GATEWAY + "/apis";
    static final String API_POLICY = API + "/policies";
    static final String OPERATION = API + "/operations";
    static final String OPERATION_POLICY = OPERATION + "/policies";
    static final String PRODUCT = GATEWAY + "/products";
    static final String PRODUCT_POLICY = PRODUCT + "/policies";
    static final String PRODUCT_API = PRODUCT + "/apis";
    static final String SUBSCRIPTION = GATEWAY + "/subscriptions";

    private Types() {}
}
