package dev.gatehouse.check.rules;

/** The Microsoft pages that the rules are based on. */
final class DocLinks {
    static final String VALIDATE_JWT = page("azure/api-management/validate-jwt-policy");
    static final String VALIDATE_ENTRA = page("azure/api-management/validate-azure-ad-token-policy");
    static final String MANAGED_IDENTITY = page("azure/api-management/authentication-managed-identity-policy");
    static final String SCOPES = page("azure/api-management/api-management-howto-policies");
    static final String ERRORS = page("azure/api-management/api-management-error-handling-policies");
    static final String SEND_REQUEST = page("azure/api-management/send-request-policy");
    static final String CACHE = page("azure/api-management/cache-lookup-policy");
    static final String SET_HEADER = page("azure/api-management/set-header-policy");
    static final String CLIENT_CERTIFICATE = page("azure/api-management/validate-client-certificate-policy");
    static final String POLICIES = page("azure/api-management/api-management-policies");
    static final String ROLES = page("azure/role-based-access-control/best-practices");
    static final String VAULT = page("azure/key-vault/general/rbac-guide");
    static final String APP_IDENTITY = page("azure/app-service/overview-managed-identity");
    static final String PRIVATE_ENDPOINT = page("azure/app-service/overview-private-endpoint");
    static final String CORS = page("azure/api-management/cors-policy");
    static final String NAMED_VALUES = page("azure/api-management/api-management-howto-properties");
    static final String SUBSCRIPTIONS = page("azure/api-management/api-management-subscriptions");
    static final String BACKENDS = page("azure/api-management/backends");
    static final String DIAGNOSTICS = page("azure/api-management/api-management-howto-app-insights");
    static final String TRACING = page("azure/api-management/api-management-howto-api-inspector");
    static final String GATEWAY_BASELINE = page("security/benchmark/azure/baselines/api-management-security-baseline");
    static final String EASY_AUTH = page("azure/app-service/configure-authentication-provider-aad");
    static final String EASY_AUTH_FILE = page("azure/app-service/configure-authentication-file-based");
    static final String RESTRICTIONS = page("azure/app-service/app-service-ip-restrictions");
    static final String FUNCTIONS = page("azure/azure-functions/security-concepts");
    static final String FUNCTION_KEYS = page("azure/azure-functions/function-keys-how-to");
    static final String FLEX = page("azure/azure-functions/flex-consumption-plan");
    static final String STORAGE = page("azure/storage/blobs/security-recommendations");
    static final String INSIGHTS = page("azure/azure-monitor/app/azure-ad-authentication");
    static final String AVAILABILITY = page("azure/azure-monitor/app/availability");
    static final String TOKENS = page("entra/identity-platform/access-tokens");
    static final String CLAIMS = page("entra/identity-platform/claims-validation");
    static final String CLIENT_CREDENTIALS = page("entra/identity-platform/v2-oauth2-client-creds-grant-flow");
    static final String OPTIONAL_CLAIMS = page("entra/identity-platform/optional-claims-reference");
    static final String ASSIGNMENTS = page("graph/api/serviceprincipal-post-approleassignedto");
    static final String REGISTRATIONS = page("entra/identity-platform/security-best-practices-for-app-registration");
    static final String FEDERATION =
            page("entra/workload-id/workload-identity-federation-config-app-trust-managed-identity");
    static final String TABLE_ROLES = page("azure/storage/tables/assign-azure-role-data-access");
    static final String OUTPUTS = page("azure/azure-resource-manager/bicep/outputs");

    private DocLinks() {}

    private static String page(String path) {
        return " (learn.microsoft.com/" + path + ")";
    }
}
