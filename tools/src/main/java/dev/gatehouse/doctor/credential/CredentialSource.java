package dev.gatehouse.doctor.credential;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ChainedTokenCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A source of Microsoft Entra tokens. */
public enum CredentialSource {
    AZURE_CLI("the Azure CLI (az login)"),
    WORKLOAD_IDENTITY("workload identity"),
    MANAGED_IDENTITY("managed identity");

    /** The instance metadata service of virtual machines; on another network an unknown server may answer there, so it is never called. */
    private static final String METADATA = "169.254.169.254";

    private final String words;

    CredentialSource(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The sources in the order in which they are tried. */
    public static List<CredentialSource> among(Map<String, String> environment) {
        List<CredentialSource> sources = new ArrayList<>(List.of(AZURE_CLI));
        if (allSet(environment, "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE")) {
            sources.add(WORKLOAD_IDENTITY);
        }
        // if either of the two is missing, the library would fall back to the instance metadata service
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
            return true; // the instance metadata service is not called here either
        }
    }

    private static boolean allSet(Map<String, String> environment, String... names) {
        return List.of(names).stream()
                .noneMatch(name -> environment.getOrDefault(name, "").isBlank());
    }

    /** Tries each source in order until one returns a token. Never the library's default chain, which tries other sources too. */
    public static TokenCredential credential(List<CredentialSource> sources, Map<String, String> environment) {
        ChainedTokenCredentialBuilder chain = new ChainedTokenCredentialBuilder();
        sources.forEach(source -> chain.addLast(source.credential(environment)));
        return chain.build();
    }

    private TokenCredential credential(Map<String, String> environment) {
        return switch (this) {
            case AZURE_CLI -> new AzureCliCredentialBuilder().build();
            case WORKLOAD_IDENTITY ->
                new WorkloadIdentityCredentialBuilder()
                        .clientId(environment.get("AZURE_CLIENT_ID"))
                        .tenantId(environment.get("AZURE_TENANT_ID"))
                        .tokenFilePath(environment.get("AZURE_FEDERATED_TOKEN_FILE"))
                        .httpClient(AzureHttp.client())
                        .build();
            case MANAGED_IDENTITY -> managedIdentity(environment);
        };
    }

    /** The user-assigned identity if the environment names one, otherwise the system-assigned one. */
    private static TokenCredential managedIdentity(Map<String, String> environment) {
        ManagedIdentityCredentialBuilder identity =
                new ManagedIdentityCredentialBuilder().httpClient(AzureHttp.client());
        String clientId = environment.getOrDefault("AZURE_CLIENT_ID", "");
        return clientId.isBlank()
                ? identity.build()
                : identity.clientId(clientId).build();
    }
}
