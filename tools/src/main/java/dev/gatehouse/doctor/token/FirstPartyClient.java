package dev.gatehouse.doctor.token;

import java.util.Map;
import java.util.Optional;

/**
 * Microsoft's own client applications with which people get tokens by hand. To allow one of them is to allow every user of
 * the tenant (https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in).
 */
final class FirstPartyClient {
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "the Azure CLI"),
            Map.entry("1950a258-227b-4e31-a9cf-717495945fc2", "Azure PowerShell"),
            Map.entry("872cd9fa-d31f-45e0-9eab-6e460a02d1f1", "Visual Studio"),
            Map.entry("aebc6443-996d-45c2-90f0-388ff96faa56", "Visual Studio Code"),
            Map.entry("14d82eec-204b-4c2f-b7e8-296a70dab67e", "Microsoft Graph PowerShell"),
            Map.entry("de8bc8b5-d9f9-48b1-a8ad-b748da725064", "Graph Explorer"),
            Map.entry("c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "the Azure portal"),
            Map.entry("29d9ed98-a469-4536-ade2-f981bc1d605e", "Microsoft's authentication broker"));

    private FirstPartyClient() {}

    /** Its name in a sentence. */
    static Optional<String> name(String clientId) {
        return Optional.ofNullable(ALL.get(clientId));
    }
}
