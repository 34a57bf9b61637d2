package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * A token of another issuer that proves an application, which then needs no secret. All three are compared exactly
 * (https://learn.microsoft.com/graph/api/resources/federatedidentitycredential).
 *
 * @param issuer the {@code iss} of the token
 * @param subject its {@code sub}; a managed identity's is its principal id
 * @param audiences as Microsoft's token exchange application is named, such as {@code api://AzureADTokenExchange}
 */
public record FederatedCredential(String issuer, String subject, List<String> audiences) {

    public FederatedCredential {
        audiences = List.copyOf(audiences);
    }
}
