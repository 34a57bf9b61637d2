package dev.gatehouse.cli;

import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.probe.Entrance;
import dev.gatehouse.doctor.probe.TokenKind;
import dev.gatehouse.doctor.probe.Tokens;
import dev.gatehouse.local.deployment.Flow;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The doors of a deployment, and what an outsider or one of its clients has to open them. */
final class ProbeDoors {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "The API at the gateway, such as https://NAME.azure-api.net/gatehouse-accounts.")
    private @Nullable String gateway;

    @Option(
            names = "--function",
            paramLabel = "URL",
            description = "The function app, such as https://NAME.azurewebsites.net/api (/api where it has no path).")
    private @Nullable String function;

    @Option(
            names = "--flow",
            defaultValue = "caller-token",
            converter = SnapshotChoice.FlowWords.class,
            description = "What the gateway calls with: caller-token (default) or gateway-identity.")
    private Flow flow = Flow.CALLER_TOKEN;

    @Option(
            names = "--subscription-key-env",
            paramLabel = "NAME",
            description = "The environment variable that holds a subscription's key.")
    private @Nullable String subscriptionKey;

    @Option(
            names = "--key-env",
            paramLabel = "NAME",
            description = "The environment variable that holds a key of the function app, not its master key.")
    private @Nullable String functionKey;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A token of a client that may call; - for standard input.")
    private @Nullable String good;

    @Option(names = "--expired-token-file", paramLabel = "FILE", description = "A token that was good.")
    private @Nullable String expired;

    @Option(
            names = "--other-audience-token-file",
            paramLabel = "FILE",
            description = "A token of the tenant for another API: one that opens nothing of value, as it is sent to the"
                    + " deployment.")
    private @Nullable String otherAudience;

    @Option(
            names = "--other-client-token-file",
            paramLabel = "FILE",
            description = "A token for this API of a client that is not allowed.")
    private @Nullable String otherClient;

    @Option(
            names = "--without-role-token-file",
            paramLabel = "FILE",
            description = "A token of an allowed client without roles and scopes.")
    private @Nullable String withoutRole;

    @Option(
            names = "--gateway-identity-token-file",
            paramLabel = "FILE",
            description = "In the flow gateway-identity: a token of the gateway's own identity for the API.")
    private @Nullable String gatewayIdentity;

    Flow flow() {
        return flow;
    }

    /** Whether none of it is given. */
    boolean areNone() {
        return gateway == null && function == null;
    }

    /** Reads everything, once: standard input may be among it. */
    List<Entrance> open() {
        Tokens tokens = tokens();
        List<Entrance> doors = new ArrayList<>();
        if (gateway != null) {
            doors.add(new Entrance(
                    Door.GATEWAY,
                    PublicUrl.of("--gateway", gateway),
                    key("--subscription-key-env", subscriptionKey),
                    tokens));
        }
        if (function != null) {
            doors.add(new Entrance(
                    Door.FUNCTION_APP,
                    prefixed(PublicUrl.of("--function", function)),
                    key("--key-env", functionKey),
                    flow == Flow.CALLER_TOKEN ? tokens : behindTheGateway(tokens)));
        }
        return List.copyOf(doors);
    }

    private Tokens tokens() {
        Map<TokenKind, String> known = new EnumMap<>(TokenKind.class);
        put(known, TokenKind.GOOD, "--token-file", good);
        put(known, TokenKind.EXPIRED, "--expired-token-file", expired);
        put(known, TokenKind.OTHER_AUDIENCE, "--other-audience-token-file", otherAudience);
        put(known, TokenKind.OTHER_CLIENT, "--other-client-token-file", otherClient);
        put(known, TokenKind.WITHOUT_ROLE, "--without-role-token-file", withoutRole);
        return new Tokens(known);
    }

    /** There a client's token is one for another audience. */
    private Tokens behindTheGateway(Tokens tokens) {
        Map<TokenKind, String> known = new EnumMap<>(TokenKind.class);
        put(known, TokenKind.GOOD, "--gateway-identity-token-file", gatewayIdentity);
        tokens.of(TokenKind.GOOD).ifPresent(token -> known.put(TokenKind.OTHER_AUDIENCE, token));
        return new Tokens(known);
    }

    private static void put(Map<TokenKind, String> known, TokenKind kind, String option, @Nullable String file) {
        if (file != null) {
            known.put(kind, SecretText.tokenOf(option, file));
        }
    }

    private static Optional<String> key(String option, @Nullable String variable) {
        return Optional.ofNullable(variable).map(name -> SecretText.ofEnvironment(option, name));
    }

    private static URI prefixed(URI functionApp) {
        return functionApp.getRawPath().isEmpty() ? URI.create(functionApp + "/api") : functionApp;
    }
}
