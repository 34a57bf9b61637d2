package dev.gatehouse.doctor.settings;

import dev.gatehouse.guid.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The host's storage connection {@code AzureWebJobsStorage}: a connection string, or an identity in several settings
 * (https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity). Names of
 * its parts are not case-sensitive.
 */
final class StorageSettings {
    static final String STORAGE = "AzureWebJobsStorage";
    private static final String PART = STORAGE + "__";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
    private static final Pattern ADDRESS =
            Pattern.compile("https://[a-z0-9]{3,24}\\.(blob|queue|table|file)\\.[a-z0-9.-]+/?");
    private static final Set<String> PARTS = Set.of(
            "accountname",
            "credential",
            "clientid",
            "managedidentityresourceid",
            "blobserviceuri",
            "queueserviceuri",
            "tableserviceuri",
            "fileserviceuri",
            "serviceuri",
            "tenantid",
            "clientsecret");

    private final Map<String, String> settings;
    private final boolean local;
    private final Map<String, String> parts = new TreeMap<>();
    private final List<SettingReport> reports = new ArrayList<>();

    private StorageSettings(Map<String, String> settings, boolean local) {
        this.settings = settings;
        this.local = local;
        settings.keySet().stream()
                .filter(name ->
                        name.toLowerCase(java.util.Locale.ROOT).startsWith(PART.toLowerCase(java.util.Locale.ROOT)))
                .forEach(name -> parts.put(name.substring(PART.length()).toLowerCase(java.util.Locale.ROOT), name));
    }

    /** @param local whether they are of a laptop, where an empty or a development storage is usual */
    static List<SettingReport> of(Map<String, String> settings, boolean local) {
        StorageSettings storage = new StorageSettings(settings, local);
        storage.separators();
        String connection = settings.getOrDefault(STORAGE, "");
        if (!connection.isEmpty() && !VaultReference.isOne(connection)) {
            storage.connection(connection);
        }
        if (!storage.parts.isEmpty()) {
            storage.identity(!connection.isEmpty());
        } else if (connection.isEmpty() && !local && storage.reports.isEmpty()) {
            storage.wrong(
                    STORAGE,
                    "a connection to a storage account",
                    "not set",
                    "Set " + PART + "accountName (and " + PART
                            + "credential = managedidentity): the host does not start without it.");
        }
        return storage.reports;
    }

    /** {@code AzureWebJobsStorage_accountName} and {@code AzureWebJobsStorage:accountName} are other settings. */
    private void separators() {
        settings.keySet().stream()
                .filter(name -> name.matches("(?i)" + STORAGE + "(_(?!_)|:|-|\\.).*"))
                .forEach(name -> wrong(
                        name,
                        PART + "...",
                        "a name that the host does not read",
                        "Write two underscores between " + STORAGE + " and the rest of the name."));
    }

    private void connection(String text) {
        if (text.equals("UseDevelopmentStorage=true")) {
            if (!local) {
                wrong(
                        STORAGE,
                        "a storage account",
                        "UseDevelopmentStorage=true",
                        "Use it on a laptop only: Azurite does not run in Azure.");
            }
            return;
        }
        boolean whole = text.contains("AccountName=")
                        && (text.contains("AccountKey=") || text.contains("SharedAccessSignature="))
                || text.contains("SharedAccessSignature=") && text.contains("BlobEndpoint=");
        if (!whole) {
            wrong(
                    STORAGE,
                    "a connection string with AccountName and AccountKey",
                    "a text without them",
                    "Copy the connection string again, or set " + PART + "accountName instead.");
        } else if (!local) {
            reports.add(SettingReport.note(
                    STORAGE,
                    "",
                    "a connection string with the account's key",
                    "Prefer an identity (" + PART + "accountName, " + PART
                            + "credential): whoever reads the settings has the key."));
        }
    }

    private void identity(boolean besideConnection) {
        if (besideConnection) {
            wrong(
                    STORAGE,
                    "either a connection string or " + PART + "...",
                    "both",
                    "Remove " + STORAGE + ", so that the identity is used.");
        }
        parts.forEach((part, name) -> {
            if (!PARTS.contains(part)) {
                wrong(
                        name,
                        "accountName, credential, clientId, blobServiceUri, queueServiceUri or tableServiceUri",
                        "an unknown part",
                        EditDistance.to(part, PARTS)
                                .map(meant -> "Did you mean " + PART + meant + "?")
                                .orElse("Remove it."));
            }
        });
        value("accountname").filter(value -> !ACCOUNT.matcher(value).matches()).ifPresent(this::accountName);
        for (String service : List.of("blobserviceuri", "queueserviceuri", "tableserviceuri")) {
            value(service)
                    .filter(value -> !ADDRESS.matcher(value).matches())
                    .ifPresent(value -> wrong(
                            name(service),
                            "https://ACCOUNT." + service.replace("serviceuri", "") + ".core.windows.net",
                            "another text",
                            "Write the address of the service, without a container."));
        }
        if (PARTS.containsAll(parts.keySet())) {
            account();
        }
        credential();
    }

    private void accountName(String value) {
        wrong(
                name("accountname"),
                "the account's name: 3 to 24 lower-case letters and digits",
                value.contains("/") || value.contains(".") ? "an address" : "another text",
                "Write the name only, such as stcontoso; addresses belong in " + PART + "blobServiceUri and " + PART
                        + "queueServiceUri.");
    }

    private void account() {
        boolean named = parts.containsKey("accountname");
        if (!named && !parts.containsKey("blobserviceuri")) {
            wrong(
                    PART + "accountName",
                    "the account's name",
                    "not set",
                    "Set it: without the account, the other parts name no storage.");
        } else if (!named && !parts.containsKey("queueserviceuri")) {
            reports.add(SettingReport.note(
                    PART + "queueServiceUri",
                    "the address of the account's queues, for queue and blob triggers",
                    "not set",
                    "Set it, or use " + PART
                            + "accountName, if the app has such triggers; HTTP functions need blobs only."));
        }
    }

    private void credential() {
        Optional<String> credential = value("credential");
        credential
                .filter(value -> !value.equalsIgnoreCase("managedidentity"))
                .ifPresent(value -> wrong(
                        name("credential"),
                        "managedidentity",
                        "another text",
                        "Write managedidentity, the only value for an identity of the app."));
        Optional<String> client = value("clientid");
        client.filter(value -> !Guid.matches(value))
                .ifPresent(value -> wrong(
                        name("clientid"),
                        "the client id of a user-assigned identity (a GUID)",
                        "another text",
                        "Write the identity's client id, neither its name nor its resource id."));
        if (client.isPresent() && credential.isEmpty() && !parts.containsKey("clientsecret")) {
            wrong(
                    PART + "credential",
                    "managedidentity",
                    "not set",
                    "Set it: the client id is read only together with " + PART + "credential.");
        }
    }

    /** As it is written. */
    private String name(String part) {
        return parts.getOrDefault(part, PART + part);
    }

    private Optional<String> value(String part) {
        return Optional.ofNullable(parts.get(part))
                .map(name -> settings.getOrDefault(name, ""))
                .filter(value -> !VaultReference.isOne(value));
    }

    private void wrong(String setting, String expected, String actual, String fix) {
        reports.add(SettingReport.wrong(setting, expected, actual, fix));
    }
}
