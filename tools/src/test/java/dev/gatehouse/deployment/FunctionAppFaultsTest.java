package dev.gatehouse.deployment;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.fixtures.Edited;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would stop the function app's start in Azure, or block calls to it, is never ignored. */
class FunctionAppFaultsTest {
    private static final String SITE = "Microsoft.Web/sites";
    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final String SETTINGS = "appsettings";
    private static final String CONFIG = "/properties/siteConfig/";
    private static final String FLEX = "/properties/functionAppConfig/";

    static Stream<Arguments> sites() {
        return Stream.of(
                arguments(site("/properties/enabled", "false"), "properties.enabled: is false: on this machine"),
                arguments(
                        site("/properties/publicNetworkAccess", "\"Disabled\""),
                        "properties.publicNetworkAccess: is \"Disabled\": on this machine it must be Enabled"),
                arguments(
                        site(CONFIG + "ipSecurityRestrictionsDefaultAction", "\"Deny\""),
                        "properties.siteConfig.ipSecurityRestrictionsDefaultAction: is \"Deny\": on this machine it must be Allow"),
                arguments(
                        site(CONFIG + "ipSecurityRestrictions", "[{\"action\": \"Deny\"}]"),
                        "properties.siteConfig.ipSecurityRestrictions: is not empty: this machine cannot distinguish networks; deploy with"
                                + " the parameter lock none"),
                arguments(site(CONFIG + "cors", "{}"), "properties.siteConfig.cors: is not supported on this machine"),
                arguments(site(CONFIG + "minTlsVersion", "\"1.3\""), "minTlsVersion: is \"1.3\""),
                arguments(site("/properties/clientCertEnabled", "true"), "properties.clientCertEnabled: is true"),
                arguments(
                        site("/properties/clientCertMode", "\"Required\""),
                        "properties.clientCertMode: is not supported"),
                arguments(site("/properties/httpsOnly", "false"), "properties.httpsOnly: is false: on this machine"),
                arguments(
                        Edited.of(MAIN).without(SITE, "/properties/httpsOnly"),
                        "properties.httpsOnly: is missing: on this machine it must be true"),
                arguments(site("/kind", "\"app,linux\""), "kind: is \"app,linux\""),
                arguments(site("/zones", "[\"1\"]"), "zones: is not supported on this machine"),
                arguments(
                        site("/properties/serverFarmId", "\"other\""),
                        "serverFarmId: is not the plan of this deployment"),
                arguments(
                        site(FLEX + "runtime/name", "\"node\""),
                        "properties.functionAppConfig.runtime.name: is \"node\""),
                arguments(
                        site(FLEX + "runtime/version", "\"11\""), "runtime.version: is 11: must be one of 17, 21, 25"),
                arguments(
                        site(FLEX + "deployment/storage/value", "\"https://a.invalid/b\""),
                        "storage.value: is not the address of a blob container of this deployment: https://a.invalid/b"),
                arguments(
                        Edited.of(MAIN).with("Microsoft.Web/serverfarms", "/sku/name", "\"EP1\""),
                        "sku.name: is \"EP1\": on this machine it must be FC1"),
                arguments(
                        Edited.of(MAIN).with(SETTINGS, "/name", "\"func/web\""),
                        "'func/web': is not supported here; supported: [appsettings, authsettingsV2]"),
                arguments(
                        Edited.of(MAIN).with(STORAGE, "/properties/networkAcls/defaultAction", "\"Deny\""),
                        "properties.networkAcls.defaultAction: is \"Deny\""));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments(
                        setting("ACCOUNTS_TABLE_ENDPOINT", "\"https://other.table.core.windows.net\""),
                        "properties.ACCOUNTS_TABLE_ENDPOINT: is not the address of this deployment's table service,"
                                + " https://stwywakx7hkev6k.table.core.windows.net/"),
                arguments(
                        Edited.of(MAIN).without("Microsoft.Storage/storageAccounts/tableServices/tables"),
                        "properties.ACCOUNTS_TABLE_ENDPOINT: names the table service, but no table is deployed there"),
                arguments(
                        setting("ACCOUNTS_IDENTITY", "\"a\""),
                        "properties.ACCOUNTS_IDENTITY: names a, which is not one"),
                arguments(
                        setting("GATEHOUSE_ONWARD_IDENTITY", "\"system\""),
                        "properties.GATEHOUSE_ONWARD_IDENTITY: names system, which is not one of the identities"),
                arguments(
                        setting("FUNCTIONS_WORKER_RUNTIME", "\"java\""),
                        "properties.FUNCTIONS_WORKER_RUNTIME: is rejected by Flex Consumption, which sets it itself"),
                arguments(
                        Edited.of(MAIN).without(SETTINGS, "/properties/AzureWebJobsStorage__blobServiceUri"),
                        "properties.AzureWebJobsStorage__blobServiceUri: is not the address of this deployment's storage"
                                + " account, https://stwywakx7hkev6k.blob.invalid/: in Azure the Functions host would not"),
                arguments(
                        Edited.of(MAIN).without(SETTINGS, "/properties/AzureWebJobsStorage__credential"),
                        "properties.AzureWebJobsStorage__credential: is missing: on this machine it must be managedidentity"),
                arguments(
                        Edited.of(MAIN).without(SETTINGS, "/properties/AzureWebJobsStorage__clientId"),
                        "properties.AzureWebJobsStorage__clientId: is missing"),
                arguments(
                        setting("AzureWebJobsStorage", "\"AccountKey=a\""),
                        "properties.AzureWebJobsStorage: contains a key: remove it, and use AzureWebJobsStorage__… with an identity"));
    }

    @ParameterizedTest
    @MethodSource({"sites", "settings"})
    void stopsTheStartWithOneLine(Edited edited, String message) {
        DeployedEdit.isRefused(edited, message);
    }

    private static Edited site(String pointer, String json) {
        return Edited.of(MAIN).with(SITE, pointer, json);
    }

    private static Edited setting(String name, String json) {
        return Edited.of(MAIN).with(SETTINGS, "/properties/" + name, json);
    }
}
