package dev.gatehouse.deployment;

/**
 * Azure's built-in roles, as in {@code infra/roles.bicep}, that calls depend on. Monitoring Metrics Publisher is not one:
 * without it telemetry is lost, but calls are answered.
 */
enum BuiltInRole {
    KEY_VAULT_SECRETS_USER(
            "4633458b-17de-408a-b874-0445c86b69e6",
            "Key Vault Secrets User",
            "API Management could not read the secret"),
    STORAGE_BLOB_DATA_OWNER(
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner", "the Functions host would not start"),
    STORAGE_TABLE_DATA_CONTRIBUTOR(
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
            "Storage Table Data Contributor",
            "the app could neither read nor write the table");

    private final String id;
    private final String title;
    private final String otherwise;

    BuiltInRole(String id, String title, String otherwise) {
        this.id = id;
        this.title = title;
        this.otherwise = otherwise;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** What fails without the role. */
    String otherwise() {
        return otherwise;
    }
}
