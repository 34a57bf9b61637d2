package dev.gatehouse.onward;

import dev.gatehouse.guid.Guid;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app settings for calls onward, beside the guard's own. */
record OnwardSettings(Map<String, String> environment, List<String> faults) {
    static final String IDENTITY = "GATEHOUSE_ONWARD_IDENTITY";
    static final String CERTIFICATE = "GATEHOUSE_ONWARD_CERTIFICATE";
    static final String CERTIFICATE_PASSWORD = "GATEHOUSE_ONWARD_CERTIFICATE_PASSWORD";
    static final String SECRET = "GATEHOUSE_ONWARD_SECRET";

    /**
     * What App Service sets where the app has an identity
     * (https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference). Without either, MSAL4J
     * would ask the instance metadata service of a virtual machine.
     */
    private static final List<String> OF_THE_PLATFORM = List.of("IDENTITY_ENDPOINT", "IDENTITY_HEADER");

    /** Exactly one credential; empty with faults, each naming its setting and no value. */
    Optional<ClientCredential> credential() {
        List<String> given = List.of(IDENTITY, CERTIFICATE, SECRET).stream()
                .filter(name -> !value(name).isEmpty())
                .toList();
        if (given.size() != 1) {
            faults.add("exactly one of " + IDENTITY + ", " + CERTIFICATE + " and " + SECRET + " is needed, found "
                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
            return Optional.empty();
        }
        return switch (given.get(0)) {
            case IDENTITY -> identity(value(IDENTITY));
            case CERTIFICATE ->
                Optional.of(new ClientCredential.Certificate(Path.of(value(CERTIFICATE)), value(CERTIFICATE_PASSWORD)));
            default -> Optional.of(new ClientCredential.Secret(value(SECRET)));
        };
    }

    private Optional<ClientCredential> identity(String clientId) {
        if (!clientId.equals(ClientCredential.FederatedIdentity.SYSTEM) && !Guid.matches(clientId)) {
            faults.add(IDENTITY + " must be the client id of a user-assigned identity, or system");
        }
        OF_THE_PLATFORM.stream()
                .filter(name -> value(name).isEmpty())
                .forEach(name -> faults.add(IDENTITY + " needs an identity of the function app: " + name
                        + " is missing; assign the identity, or use " + CERTIFICATE + " or " + SECRET));
        return faults.isEmpty() ? Optional.of(new ClientCredential.FederatedIdentity(clientId)) : Optional.empty();
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
