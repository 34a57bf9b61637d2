package dev.gatehouse.deployment;

/** The types of resources that readers and rules ask for by name. */
public final class ResourceTypes {
    public static final String IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities";
    public static final String ROLE = "Microsoft.Authorization/roleAssignments";

    public static final String APPLICATION = "Microsoft.Graph/applications";
    public static final String PRINCIPAL = "Microsoft.Graph/servicePrincipals";
    public static final String ASSIGNMENT = "Microsoft.Graph/appRoleAssignedTo";
    public static final String FEDERATED_CREDENTIAL = APPLICATION + "/federatedIdentityCredentials";
    public static final String PERMISSION_GRANT = "Microsoft.Graph/oauth2PermissionGrants";

    public static final String PLAN = "Microsoft.Web/serverfarms";
    public static final String SITE = "Microsoft.Web/sites";
    public static final String SITE_CONFIG = SITE + "/config";
    public static final String FUNCTION_KEY = SITE + "/host/functionKeys";
    public static final String STORAGE = "Microsoft.Storage/storageAccounts";
    public static final String CONTAINER = STORAGE + "/blobServices/containers";
    public static final String TABLE = STORAGE + "/tableServices/tables";

    public static final String VAULT = "Microsoft.KeyVault/vaults";
    public static final String SECRET = VAULT + "/secrets";

    public static final String GATEWAY = "Microsoft.ApiManagement/service";
    public static final String GLOBAL_POLICY = GATEWAY + "/policies";
    public static final String NAMED_VALUE = GATEWAY + "/namedValues";
    public static final String BACKEND = GATEWAY + "/backends";
    public static final String API = GATEWAY + "/apis";
    public static final String API_POLICY = API + "/policies";
    public static final String OPERATION = API + "/operations";
    public static final String OPERATION_POLICY = OPERATION + "/policies";
    public static final String PRODUCT = GATEWAY + "/products";
    public static final String PRODUCT_POLICY = PRODUCT + "/policies";
    public static final String PRODUCT_API = PRODUCT + "/apis";
    public static final String SUBSCRIPTION = GATEWAY + "/subscriptions";

    private ResourceTypes() {}
}
