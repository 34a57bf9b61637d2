package dev.gatehouse.doctor.credential;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a token of Microsoft Entra may come from. */
public enum CredentialSource {
    AZURE_CLI("the Azure CLI (az login)"),
    WORKLOAD_IDENTITY("workload identity"),
    MANAGED_IDENTITY("managed identity");

    /** The instance metadata service of virtual machines; whoever answers there on another network is not to be asked. */
    private static final String METADATA = "169.254.169.254";

    private final String words;

    CredentialSource(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** In the order in which they are tried. */
    public static List<CredentialSource> among(Map<String, String> environment) {
        List<CredentialSource> sources = new ArrayList<>(List.of(AZURE_CLI));
        if (allSet(environment, "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE")) {
            sources.add(WORKLOAD_IDENTITY);
        }
        // with either of the two missing, the library would fall back on the instance metadata service
        if (allSet(environment, "IDENTITY_ENDPOINT", "IDENTITY_HEADER")
                && !isMetadataService(environment.getOrDefault("IDENTITY_ENDPOINT", ""))) {
            sources.add(MANAGED_IDENTITY);
        }
        return sources;
    }

    private static boolean isMetadataService(String endpoint) {
        try {
            return METADATA.equals(URI.create(endpoint).getHost());
        } catch (IllegalArgumentException malformed) {
            return true; // nothing is asked there either
        }
    }

    private static boolean allSet(Map<String, String> environment, String... names) {
        return List.of(names).stream()
                .noneMatch(name -> environment.getOrDefault(name, "").isBlank());
    }
}
