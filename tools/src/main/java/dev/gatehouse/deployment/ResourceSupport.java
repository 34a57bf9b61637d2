package dev.gatehouse.deployment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What part the resources of a type have on this machine. Each type that can be deployed here is in this table. */
enum ResourceSupport {
    /** A layer is started from them, down to the last property. */
    READ(
            Types.IDENTITY,
            Types.APPLICATION,
            Types.PRINCIPAL,
            Types.ASSIGNMENT,
            Types.SITE,
            Types.SITE_CONFIG,
            Types.FUNCTION_KEY,
            Types.SECRET,
            Types.GATEWAY,
            Types.GLOBAL_POLICY,
            Types.NAMED_VALUE,
            Types.BACKEND,
            Types.API,
            Types.API_POLICY,
            Types.OPERATION,
            Types.OPERATION_POLICY,
            Types.PRODUCT,
            Types.PRODUCT_POLICY,
            Types.PRODUCT_API,
            Types.SUBSCRIPTION),

    /** Nothing is started from them, but as something else they would keep Azure from answering as this machine does. */
    CHECKED(Types.ROLE, Types.PLAN, Types.STORAGE, Types.CONTAINER, Types.VAULT),

    /** No call is answered otherwise for them: telemetry, alerts, and the ways that code gets there. */
    WITHOUT_EFFECT(
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
            "Microsoft.Storage/storageAccounts/blobServices",
            "Microsoft.ApiManagement/service/loggers",
            "Microsoft.ApiManagement/service/diagnostics",
            "Microsoft.ApiManagement/service/apis/diagnostics",
            // how a client proves itself, of which the demonstration has its own
            "Microsoft.Graph/applications/federatedIdentityCredentials",
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

    static Optional<ResourceSupport> of(SnapshotResource resource) {
        return Arrays.stream(values())
                .filter(part -> part.types.contains(lower(resource.type())))
                .findFirst();
    }

    private static String lower(String type) {
        return type.toLowerCase(Locale.ROOT);
    }
}
