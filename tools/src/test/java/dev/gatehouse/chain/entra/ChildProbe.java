package dev.gatehouse.chain.entra;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.io.InputStream;
import java.net.URI;

/** Runs in a separate process: unmodified clients that find the local chain by environment and flags only. */
final class ChildProbe {
    private ChildProbe() {}

    public static void main(String[] args) throws Exception {
        String endpoint = System.getenv().getOrDefault("IDENTITY_ENDPOINT", "");
        if (!endpoint.startsWith("http://127.0.0.1:")) {
            throw new IllegalStateException("without a loopback endpoint the library would ask the network for one");
        }
        String token = ManagedIdentityApplication.builder(ManagedIdentityId.systemAssigned())
                .build()
                .acquireTokenForManagedIdentity(
                        ManagedIdentityParameters.builder("api://accounts").build())
                .get()
                .accessToken();
        System.out.println("oid " + UnverifiedTokens.claims(token).get("oid"));
        URI metadata = URI.create(
                "https://login.microsoftonline.com/" + Contoso.TENANT + "/v2.0/.well-known/openid-configuration");
        try (InputStream in = metadata.toURL().openStream()) {
            System.out.println("metadata " + in.readAllBytes().length);
        }
    }
}
