package dev.gatehouse.deployment;

/** Verifies the resources that the layers need in Azure, but not on this machine. */
record PlatformCheck(Snapshot snapshot, LocalValues values) {

    void check() {
        plan();
        storage();
        vault();
    }

    private void plan() {
        Properties plan =
                Properties.whole(snapshot.required(ResourceTypes.PLAN), values).without("kind");
        plan.object("sku").exactly("name", "FC1").exactly("tier", "FlexConsumption");
        plan.object("properties").exactly("reserved", "true").without("zoneRedundant");
        plan.end();
    }

    private void storage() {
        Properties account = Properties.whole(snapshot.required(ResourceTypes.STORAGE), values)
                .without("sku")
                .exactly("kind", "StorageV2");
        reachable(account.object("properties")
                .without("accessTier", "minimumTlsVersion", "supportsHttpsTrafficOnly")
                .without("allowBlobPublicAccess", "allowCrossTenantReplication")
                .without("allowSharedKeyAccess", "defaultToOAuthAuthentication"));
        account.end();
        snapshot.resources(ResourceTypes.CONTAINER)
                .forEach(container ->
                        Properties.of(container, values).without("publicAccess").end());
        snapshot.resources(ResourceTypes.TABLE)
                .forEach(table -> Properties.of(table, values).end());
    }

    private void vault() {
        Properties vault = Properties.whole(snapshot.required(ResourceTypes.VAULT), values);
        reachable(vault.object("properties")
                .without("tenantId", "sku")
                .without("enableSoftDelete", "softDeleteRetentionInDays", "enablePurgeProtection")
                .exactly("enableRbacAuthorization", "true"));
        vault.end();
    }

    /** Reachable from everywhere: neither the Functions host nor API Management is in a network of the deployment. */
    private static void reachable(Properties service) {
        service.only("publicNetworkAccess", "Enabled")
                .object("networkAcls")
                .without("bypass")
                .only("defaultAction", "Allow");
    }
}
