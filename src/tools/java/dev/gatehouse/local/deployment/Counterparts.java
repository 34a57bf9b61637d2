package dev.gatehouse.local.deployment;

import java.util.Set;

/**
 * Which types of the services that are imitated here play a part on this machine, and which do not. A type that is on
 * neither list stops the start: nothing is passed over unseen.
 */
record Counterparts(Snapshot snapshot) {
    private static final Set<String> SERVICES =
            Set.of("microsoft.apimanagement", "microsoft.web", "microsoft.graph", "microsoft.managedidentity");

    static final String IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities";
    static final String APPLICATION = "Microsoft.Graph/applications";
    static final String PRINCIPAL = "Microsoft.Graph/servicePrincipals";
    static final String ASSIGNMENT = "Microsoft.Graph/appRoleAssignedTo";
    static final String SITE = "Microsoft.Web/sites";
    static final String SITE_CONFIG = "Microsoft.Web/sites/config";
    static final String FUNCTION_KEY = "Microsoft.Web/sites/host/functionKeys";
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
    static final String SECRET = "Microsoft.KeyVault/vaults/secrets";

    private static final Set<String> PLAYED = lower(Set.of(
            IDENTITY,
            APPLICATION,
            PRINCIPAL,
            ASSIGNMENT,
            SITE,
            SITE_CONFIG,
            FUNCTION_KEY,
            GATEWAY,
            GLOBAL_POLICY,
            NAMED_VALUE,
            BACKEND,
            API,
            API_POLICY,
            OPERATION,
            OPERATION_POLICY,
            PRODUCT,
            PRODUCT_POLICY,
            PRODUCT_API,
            SUBSCRIPTION));

    /** Telemetry, the way that code is deployed, and a client that proves itself by another issuer's token. */
    private static final Set<String> NOT_PLAYED = lower(Set.of(
            "Microsoft.Web/serverfarms",
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
            "Microsoft.ApiManagement/service/loggers",
            "Microsoft.ApiManagement/service/diagnostics",
            "Microsoft.ApiManagement/service/apis/diagnostics",
            "Microsoft.Graph/applications/federatedIdentityCredentials"));

    void check() {
        if (snapshot.resources().stream().anyMatch(Resource::isMalformed)) {
            throw new DeploymentFault(snapshot.name() + ": has a resource without a type or with malformed properties");
        }
        snapshot.resources().stream()
                .filter(resource -> SERVICES.contains(service(resource)))
                .filter(resource ->
                        !PLAYED.contains(lower(resource.type())) && !NOT_PLAYED.contains(lower(resource.type())))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new DeploymentFault(unknown.shown() + ": resources of this type are not deployed here");
                });
    }

    private static String service(Resource resource) {
        return lower(resource.type().replaceFirst("/.*", ""));
    }

    private static Set<String> lower(Set<String> types) {
        return types.stream().map(Counterparts::lower).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static String lower(String type) {
        return type.toLowerCase(java.util.Locale.ROOT);
    }
}
