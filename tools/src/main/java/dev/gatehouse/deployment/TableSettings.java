package dev.gatehouse.deployment;

import java.util.List;

/** Verifies that the app could use the deployed tables in Azure, if its settings name the account's table service. */
record TableSettings(Properties settings, Identities identities, Roles roles) {
    private static final String ENDPOINT = "ACCOUNTS_TABLE_ENDPOINT";
    private static final String IDENTITY = "ACCOUNTS_IDENTITY";

    /**
     * @param address of the account's table service
     * @param tables that are deployed there
     */
    void check(String address, List<DeployedResource> tables) {
        if (!settings.names().contains(ENDPOINT)) {
            return;
        }
        String endpoint = settings.required(ENDPOINT);
        if (!address.equals(endpoint) && !address.equals(endpoint + "/")) {
            throw settings.fault(ENDPOINT, "is not the address of this deployment's table service, " + address);
        }
        if (tables.isEmpty()) {
            throw settings.fault(ENDPOINT, "names the table service, but no table is deployed there");
        }
        DeployedResource identity = identities.byClientId(settings, IDENTITY, settings.required(IDENTITY));
        tables.forEach(table ->
                roles.require(BuiltInRole.STORAGE_TABLE_DATA_CONTRIBUTOR, identity, table, settings, IDENTITY));
    }
}
