package dev.gatehouse.chain.demo;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;

/** A program with a managed identity: writes one access token to standard output, for the process that started it. */
public final class ManagedIdentityMain {
    private ManagedIdentityMain() {}

    /** @param arguments the App ID URI of the API to call */
    public static void main(String[] arguments) {
        String endpoint = System.getenv().getOrDefault("IDENTITY_ENDPOINT", "");
        if (!endpoint.startsWith("http://127.0.0.1:")) {
            // without it the library would call the instance metadata service of the current network
            System.out.println("IDENTITY_ENDPOINT must be an address on this machine");
            System.exit(2);
        }
        try {
            System.out.println(ManagedIdentityApplication.builder(ManagedIdentityId.systemAssigned())
                    .build()
                    .acquireTokenForManagedIdentity(
                            ManagedIdentityParameters.builder(arguments[0]).build())
                    .get()
                    .accessToken());
        } catch (Exception refused) { // acquireTokenForManagedIdentity declares it
            System.out.println(refused.getMessage());
            System.exit(1);
        }
    }
}
