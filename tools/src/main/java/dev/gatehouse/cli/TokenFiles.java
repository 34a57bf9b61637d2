package dev.gatehouse.cli;

import dev.gatehouse.doctor.probe.ProbeTokens;
import dev.gatehouse.doctor.probe.TamperedToken;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the tokens of a probe, one file each. */
final class TokenFiles {
    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Token of a client that may call the API; - for standard input.")
    private @Nullable String good;

    @Option(
            names = "--expired-token-file",
            paramLabel = "FILE",
            description = "Expired token that was valid before; - for standard input.")
    private @Nullable String expired;

    @Option(
            names = "--other-audience-token-file",
            paramLabel = "FILE",
            description = "Token of the tenant for another API. Use one without valuable rights: it is sent to the"
                    + " deployment.")
    private @Nullable String otherAudience;

    @Option(
            names = "--other-client-token-file",
            paramLabel = "FILE",
            description = "Token for this API of a client that is not allowed.")
    private @Nullable String otherClient;

    @Option(
            names = "--without-role-token-file",
            paramLabel = "FILE",
            description = "Token of an allowed client without roles and scopes.")
    private @Nullable String withoutRole;

    @Option(
            names = "--gateway-identity-token-file",
            paramLabel = "FILE",
            description = "In the flow gateway-identity: token of the gateway's managed identity for the API.")
    private @Nullable String gatewayIdentity;

    /** Reads the files once, because one may be standard input. */
    ProbeTokens read() {
        Map<TamperedToken, String> known = new EnumMap<>(TamperedToken.class);
        put(known, TamperedToken.GOOD, "--token-file", good);
        put(known, TamperedToken.EXPIRED, "--expired-token-file", expired);
        put(known, TamperedToken.OTHER_AUDIENCE, "--other-audience-token-file", otherAudience);
        put(known, TamperedToken.OTHER_CLIENT, "--other-client-token-file", otherClient);
        put(known, TamperedToken.WITHOUT_ROLE, "--without-role-token-file", withoutRole);
        return new ProbeTokens(known);
    }

    /** In the flow gateway-identity a client's token has another audience than the function app's. */
    ProbeTokens behindTheGateway(ProbeTokens tokens) {
        Map<TamperedToken, String> known = new EnumMap<>(TamperedToken.class);
        put(known, TamperedToken.GOOD, "--gateway-identity-token-file", gatewayIdentity);
        tokens.of(TamperedToken.GOOD).ifPresent(token -> known.put(TamperedToken.OTHER_AUDIENCE, token));
        return new ProbeTokens(known);
    }

    private static void put(
            Map<TamperedToken, String> known, TamperedToken kind, String option, @Nullable String file) {
        if (file != null) {
            known.put(kind, SecretText.tokenOf(option, file));
        }
    }
}
