package dev.gatehouse.deployment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this machine uses the resources of a type. Each type that can be deployed here is in this table. */
enum ResourceSupport {
    /** A layer is started from them; each property is read. */
    READ(
            ResourceTypes.IDENTITY,
            ResourceTypes.APPLICATION,
            ResourceTypes.PRINCIPAL,
            ResourceTypes.ASSIGNMENT,
            ResourceTypes.FEDERATED_CREDENTIAL,
            ResourceTypes.PERMISSION_GRANT,
            ResourceTypes.SITE,
            ResourceTypes.SITE_CONFIG,
            ResourceTypes.FUNCTION_KEY,
            ResourceTypes.SECRET,
            ResourceTypes.GATEWAY,
            ResourceTypes.GLOBAL_POLICY,
            ResourceTypes.NAMED_VALUE,
            ResourceTypes.BACKEND,
            ResourceTypes.API,
            ResourceTypes.API_POLICY,
            ResourceTypes.OPERATION,
            ResourceTypes.OPERATION_POLICY,
            ResourceTypes.PRODUCT,
            ResourceTypes.PRODUCT_POLICY,
            ResourceTypes.PRODUCT_API,
            ResourceTypes.SUBSCRIPTION),

    /** Nothing is started from them, but with other values Azure would not answer as this machine does. */
    CHECKED(
            ResourceTypes.ROLE,
            ResourceTypes.PLAN,
            ResourceTypes.STORAGE,
            ResourceTypes.CONTAINER,
            ResourceTypes.TABLE,
            ResourceTypes.VAULT),

    /** They do not affect responses: telemetry, alerts, and the deployment of code. */
    WITHOUT_EFFECT(
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
            "Microsoft.Storage/storageAccounts/blobServices",
            "Microsoft.Storage/storageAccounts/tableServices",
            "Microsoft.ApiManagement/service/loggers",
            "Microsoft.ApiManagement/service/diagnostics",
            "Microsoft.ApiManagement/service/apis/diagnostics",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Insights/components",
            "Microsoft.Insights/webtests",
            "Microsoft.Insights/metricAlerts",
            "Microsoft.Insights/scheduledQueryRules",
            "Microsoft.Insights/actionGroups",
            "Microsoft.Insights/workbooks",
            "Microsoft.AadIam/diagnosticSettings");

    private final Set<String> types;

    ResourceSupport(String... types) {
        this.types = Stream.of(types).map(ResourceSupport::lower).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<ResourceSupport> of(DeployedResource resource) {
        return Arrays.stream(values())
                .filter(part -> part.types.contains(lower(resource.type())))
                .findFirst();
    }

    private static String lower(String type) {
        return type.toLowerCase(Locale.ROOT);
    }
}
