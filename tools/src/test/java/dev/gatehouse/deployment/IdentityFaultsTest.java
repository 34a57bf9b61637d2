package dev.gatehouse.deployment;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.fixtures.Edited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities that are not there, or do not have the role that they need, are never passed over. */
class IdentityFaultsTest {
    private static final String SITE = "Microsoft.Web/sites";
    private static final String GATEWAY = "Microsoft.ApiManagement/service";
    private static final String BLOB_OWNER = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private static final String TABLE_ROLE = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private static final String VAULT = "Microsoft.KeyVault/vaults";
    private static final String ROLE = "Microsoft.Authorization/roleAssignments";
    private static final String SETTINGS = "appsettings";
    private static final String PREFIX = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/gatehouse"
            + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/";
    private static final String NOBODY = "\"00000000-0000-4000-8000-000000000001\"";

    static Stream<Arguments> roles() {
        return Stream.of(
                arguments(
                        Edited.of(MAIN).without(ROLE + " " + VAULT),
                        "function-key', properties.keyVault.identityClientId: names id-gateway-dev, which has no role assignment"
                                + " for Key Vault Secrets User (4633458b-17de-408a-b874-0445c86b69e6) at kv-wywakx7hkev6k:"
                                + " in Azure API Management could not read the secret; add the role assignment"),
                arguments(
                        Edited.of(MAIN).with(ROLE + " " + VAULT, "/properties/principalId", NOBODY),
                        "which has no role assignment for Key Vault Secrets User"),
                arguments(
                        Edited.of(MAIN).with(ROLE + " " + VAULT, "/id", assignment("/subscriptions/another", "a")),
                        "which has no role assignment for Key Vault Secrets User"),
                arguments(
                        Edited.of(MAIN)
                                .with(
                                        ROLE + " " + VAULT,
                                        "/properties/roleDefinitionId",
                                        "\"/roleDefinitions/reader\""),
                        "which has no role assignment for Key Vault Secrets User"),
                arguments(
                        Edited.of(MAIN).with(ROLE + " " + VAULT, "/properties/condition", "\"never\""),
                        "properties.condition: is not supported on this machine: remove it"),
                arguments(
                        Edited.of(MAIN).with(ROLE + " " + VAULT, "/properties/principalType", "\"User\""),
                        "properties.principalType: is \"User\": on this machine it must be ServicePrincipal"),
                arguments(
                        Edited.of(MAIN).without(ROLE + " " + BLOB_OWNER),
                        "appsettings', properties.AzureWebJobsStorage__clientId: names id-function-dev, which has no role"
                                + " assignment for Storage Blob Data Owner (b7e6dc6d-f1e8-4753-8033-0f276bb0955b) at"
                                + " stwywakx7hkev6k: in Azure the Functions host would not start; add the role assignment"),
                arguments(
                        Edited.of(MAIN).without(ROLE + " " + TABLE_ROLE),
                        "appsettings', properties.ACCOUNTS_IDENTITY: names id-function-dev, which has no role assignment for"
                                + " Storage Table Data Contributor (" + TABLE_ROLE
                                + ") at accounts: in Azure the app could"
                                + " neither read nor write the table; add the role assignment"),
                arguments(
                        Edited.of(MAIN)
                                .with(ROLE + " " + TABLE_ROLE, "/id", assignment(PREFIX + "id-function-dev", "a")),
                        "which has no role assignment for Storage Table Data Contributor"));
    }

    static Stream<Arguments> identities() {
        String assigned = "/identity/userAssignedIdentities";
        String gateway = "{\"" + PREFIX + "id-gateway-dev\": {}}";
        return Stream.of(
                arguments(
                        Edited.of(MAIN).without(SITE, "/identity"),
                        "identity: is missing: the Functions host could not reach its storage in Azure"),
                arguments(Edited.of(MAIN).with(SITE, "/identity/type", "\"None\""), "identity.type: is \"None\""),
                arguments(
                        Edited.of(MAIN).with(SITE, assigned, gateway),
                        "properties.keyVaultReferenceIdentity: names " + PREFIX
                                + "id-function-dev, which is not one of the"
                                + " identities that are assigned there: [id-gateway-dev]"),
                arguments(
                        Edited.of(MAIN)
                                .with(SITE, assigned, gateway)
                                .without(SITE, "/properties/keyVaultReferenceIdentity"),
                        "storage.authentication.userAssignedIdentityResourceId: names " + PREFIX + "id-function-dev"),
                arguments(
                        Edited.of(MAIN).with(SITE, assigned, "{\"/subscriptions/elsewhere\": {}}"),
                        "identity.userAssignedIdentities./subscriptions/elsewhere: is not an identity of this deployment"),
                arguments(
                        setting("AzureWebJobsStorage__clientId", NOBODY),
                        "properties.AzureWebJobsStorage__clientId: names 00000000-0000-4000-8000-000000000001, which is not one"),
                arguments(setting("AZURE_CLIENT_ID", NOBODY), "properties.AZURE_CLIENT_ID: names 00000000-"),
                arguments(
                        setting("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "\"ClientId=a;Authorization=AAD\""),
                        "properties.APPLICATIONINSIGHTS_AUTHENTICATION_STRING: names a, which is not one"),
                arguments(
                        Edited.of(MAIN).without(GATEWAY, "/identity"), "properties.keyVault.identityClientId: names"));
    }

    @ParameterizedTest
    @MethodSource({"roles", "identities"})
    void stopsTheStartWithOneLine(Edited edited, String message) {
        DeployedEdit.isRefused(edited, message);
    }

    @Test
    void takesARoleForAllOfTheResourceGroup() {
        String group = PREFIX.replaceFirst("/providers.*", "");

        assertThat(DeployedEdit.as(Edited.of(MAIN)
                                .with(ROLE + " " + VAULT, "/id", assignment(group.toUpperCase(Locale.ROOT), "a"))
                                .with(ROLE + " " + BLOB_OWNER, "/id", assignment(group, "b"))
                                .with(ROLE + " " + TABLE_ROLE, "/id", assignment(group, "c")))
                        .subscriptions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscriptions/a",
                "[extensionResourceId(parameters('later'), 'Microsoft.Authorization/roleAssignments', 'a')]",
                "[extensionResourceId('/subscriptions/a')]",
                ""
            })
    void refusesARoleWhoseScopeIsInNoId(String id) {
        DeployedEdit.isRefused(
                Edited.of(MAIN).with(ROLE + " " + VAULT, "/id", "\"" + id + "\""),
                "id: must be SCOPE/providers/Microsoft.Authorization/roleAssignments/NAME, with a scope that is known, not ");
    }

    /** Telemetry is lost, and every call is answered. */
    @Test
    void takesNoARoleForTelemetry() {
        assertThat(DeployedEdit.as(Edited.of(MAIN).without(ROLE + " Microsoft.Insights"))
                        .subscriptions())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void theRolesAreThoseThatTheBicepAssigns(BuiltInRole role) throws IOException {
        assertThat(Files.readString(Path.of("infra/roles.bicep"))).contains("'" + role.id() + "'");
    }

    /** The id of a role assignment, as JSON. */
    private static String assignment(String scope, String name) {
        return "\"" + scope + "/providers/" + ROLE + "/" + name + "\"";
    }

    private static Edited setting(String name, String json) {
        return Edited.of(MAIN).with(SETTINGS, "/properties/" + name, json);
    }
}
