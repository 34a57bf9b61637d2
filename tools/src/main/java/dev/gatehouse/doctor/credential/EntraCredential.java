package dev.gatehouse.doctor.credential;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ChainedTokenCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.util.List;
import java.util.Map;

/** Tries each source in order until one returns a token. Never uses the library's default chain, which tries other sources too. */
public final class EntraCredential {
    private EntraCredential() {}

    public static TokenCredential of(List<CredentialSource> sources, Map<String, String> environment) {
        ChainedTokenCredentialBuilder chain = new ChainedTokenCredentialBuilder();
        sources.forEach(source -> chain.addLast(one(source, environment)));
        return chain.build();
    }

    private static TokenCredential one(CredentialSource source, Map<String, String> environment) {
        return switch (source) {
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
