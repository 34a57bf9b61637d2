package dev.gatehouse.deployment;

import java.util.Set;

/** Reads the function app itself: a setting that would block calls in Azure, or the app's start there, stops the start. */
record SiteReader(Snapshot snapshot, LocalValues values) {
    /** The versions that run this project's class files; Flex Consumption offers older ones too. */
    private static final Set<String> JAVA = Set.of("17", "21", "25");

    /** The identities that it has. */
    Identities identities() {
        Properties site =
                Properties.whole(snapshot.required(ResourceTypes.SITE), values).exactly("kind", "functionapp,linux");
        Identities identities = Identities.of(site, snapshot);
        if (identities.resources().isEmpty()) {
            throw site.fault("identity", "is missing: the Functions host could not reach its storage in Azure");
        }
        Properties properties = site.object("properties")
                .only("enabled", "true")
                .only("publicNetworkAccess", "Enabled")
                .only("clientCertEnabled", "false")
                .without("virtualNetworkSubnetId") // where the app calls out from
                .exactly("httpsOnly", "true");
        config(properties.object("siteConfig"));
        plan(properties);
        if (properties.names().contains("keyVaultReferenceIdentity")) {
            identities.byId(properties, "keyVaultReferenceIdentity");
        }
        flex(properties.object("functionAppConfig").without("scaleAndConcurrency"), identities);
        site.end();
        return identities;
    }

    private void plan(Properties site) {
        String plan = site.required("serverFarmId");
        if (!plan.equalsIgnoreCase(snapshot.required(ResourceTypes.PLAN).id())) {
            throw site.fault("serverFarmId", "is not the plan of this deployment: " + plan);
        }
    }

    private static void config(Properties config) {
        if (config.names().contains("appSettings")) {
            throw config.fault("appSettings", "is not supported here: use the resource sites/config 'appsettings'");
        }
        if (!config.member("ipSecurityRestrictions").elements().isEmpty()) {
            throw config.fault(
                    "ipSecurityRestrictions",
                    "is not empty: this machine cannot distinguish networks; deploy with the parameter lock none");
        }
        config.only("ipSecurityRestrictionsDefaultAction", "Allow")
                .only("minTlsVersion", "1.2")
                .without("scmMinTlsVersion", "ftpsState", "remoteDebuggingEnabled", "http20Enabled")
                .without("scmIpSecurityRestrictions", "scmIpSecurityRestrictionsDefaultAction")
                .without("scmIpSecurityRestrictionsUseMain");
    }

    private void flex(Properties config, Identities identities) {
        Properties runtime = config.object("runtime").exactly("name", "java");
        if (!JAVA.contains(runtime.required("version"))) {
            throw runtime.fault("version", "is " + runtime.required("version") + ": must be one of 17, 21, 25");
        }
        container(config.object("deployment").object("storage").exactly("type", "blobContainer"), identities);
    }

    private void container(Properties storage, Identities identities) {
        String address = storage.required("value");
        String account = values.blobs(snapshot.required(ResourceTypes.STORAGE));
        if (snapshot.resources(ResourceTypes.CONTAINER).stream()
                .noneMatch(each -> address.equals(account + each.ownName()))) {
            throw storage.fault("value", "is not the address of a blob container of this deployment: " + address);
        }
        identities.byId(
                storage.object("authentication").exactly("type", "UserAssignedIdentity"),
                "userAssignedIdentityResourceId");
    }
}
