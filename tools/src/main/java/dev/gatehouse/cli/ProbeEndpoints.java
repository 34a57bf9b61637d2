package dev.gatehouse.cli;

import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.probe.ProbeEndpoint;
import dev.gatehouse.doctor.probe.ProbeTokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the endpoints of a deployment and the keys and tokens to call them with. */
final class ProbeEndpoints {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "URL of the API at the gateway, such as https://NAME.azure-api.net/gatehouse-accounts.")
    private @Nullable String gateway;

    @Option(
            names = "--function",
            paramLabel = "URL",
            description =
                    "URL of the function app, such as https://NAME.azurewebsites.net/api (/api is the default path).")
    private @Nullable String function;

    @Option(
            names = "--flow",
            defaultValue = "caller-token",
            converter = SnapshotChoice.FlowWords.class,
            description =
                    "Token that the gateway sends to the function app: caller-token (default) or gateway-identity.")
    private Flow flow = Flow.CALLER_TOKEN;

    @Option(
            names = "--subscription-key-env",
            paramLabel = "NAME",
            description = "Environment variable that holds a subscription key.")
    private @Nullable String subscriptionKey;

    @Option(
            names = "--key-env",
            paramLabel = "NAME",
            description = "Environment variable that holds a key of the function app (not its master key).")
    private @Nullable String functionKey;

    @Mixin
    private TokenFiles files = new TokenFiles();

    Flow flow() {
        return flow;
    }

    /** Whether no endpoint option is given. */
    boolean areNone() {
        return gateway == null && function == null;
    }

    /** Reads every key and token once, because one may come from standard input. */
    List<ProbeEndpoint> open() {
        ProbeTokens tokens = files.read();
        List<ProbeEndpoint> doors = new ArrayList<>();
        if (gateway != null) {
            doors.add(new ProbeEndpoint(
                    Door.GATEWAY,
                    PublicUrl.of("--gateway", gateway),
                    key("--subscription-key-env", subscriptionKey),
                    tokens));
        }
        if (function != null) {
            doors.add(new ProbeEndpoint(
                    Door.FUNCTION_APP,
                    prefixed(PublicUrl.of("--function", function)),
                    key("--key-env", functionKey),
                    flow == Flow.CALLER_TOKEN ? tokens : files.behindTheGateway(tokens)));
        }
        return List.copyOf(doors);
    }

    private static Optional<String> key(String option, @Nullable String variable) {
        return Optional.ofNullable(variable).map(name -> SecretText.ofEnvironment(option, name));
    }

    private static URI prefixed(URI functionApp) {
        return functionApp.getRawPath().isEmpty() ? URI.create(functionApp + "/api") : functionApp;
    }
}
