package dev.gatehouse.cli;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.doctor.call.CallPage;
import dev.gatehouse.doctor.call.CallReport;
import dev.gatehouse.doctor.call.ExplainedCall;
import dev.gatehouse.doctor.call.MsalClient;
import dev.gatehouse.doctor.call.NoTokenException;
import dev.gatehouse.doctor.chain.LocalChain;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.web.UnreachableException;
import dev.gatehouse.doctor.web.Web;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor call}: gets a token, makes one call as a client does, and explains the answer. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "Get a token as a client does, call an operation, and explain the response.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the call was served",
            "1:Entra or a layer refused the call",
            "2:invalid command line, no token could be requested, or the server did not respond"
        })
final class CallCommand implements Callable<Integer> {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final int REFUSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CalledOperation operation = new CalledOperation();

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Mixin
    private TenantOptions tenant = new TenantOptions();

    @Option(names = "--gateway", paramLabel = "URL", description = "URL of the API at the gateway.")
    private @Nullable String gateway;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "Scope to request the token for: the App ID URI followed by /.default.")
    private @Nullable String scope;

    @Option(
            names = "--subscription-key-env",
            paramLabel = "NAME",
            description = "Environment variable that holds a subscription key.")
    private @Nullable String subscriptionKey;

    @Option(names = "--local", description = "Call the running local chain (started by 'up' in this folder).")
    private boolean local;

    @Option(
            names = "--as",
            paramLabel = "CLIENT",
            description =
                    "With --local, the client to call as: a role of the contract (default: the first), unassigned or unlisted.")
    private @Nullable String as;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try {
            Request request = operation.request(ProjectContract.read(PROJECT));
            CallReport report = local ? atTheLocalChain(request) : atADeployment(request);
            output.print(CallPage.of(report), () -> CallPage.json(report));
            return report.served() ? CommandLine.ExitCode.OK : REFUSED;
        } catch (UserInputException | NoTokenException | UnreachableException fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private CallReport atTheLocalChain(Request request) {
        if (gateway != null || scope != null || !client.areNone()) {
            throw wrong(
                    "--local cannot be combined with --gateway, --scope or client options; choose a client with --as");
        }
        LocalChain chain = InstanceFile.chain(PROJECT)
                .orElseThrow(() ->
                        new UserInputException("no running chain found in this folder; start it with: ./gatehouse up"));
        Map<String, String> ids = chain.clients().ids();
        String id = Optional.ofNullable(as == null ? ids.values().iterator().next() : ids.get(as))
                .orElseThrow(() -> wrong("--as must be one of " + ids.keySet() + ", not '" + as + "'"));
        MsalClient asked = MsalClient.of(
                        chain.entra().tenant(),
                        id,
                        new MsalClient.Proof(
                                "a secret",
                                ClientCredentialFactory.createFromSecret(
                                        chain.clients().secret())))
                .through(chain.entra().proxyPort(), chain.trusting());
        return new ExplainedCall(asked, chain.clients().scope(), chain.web())
                .make(
                        chain.entrance(Door.GATEWAY).address(),
                        chain.entrance(Door.GATEWAY).keyed(request));
    }

    private CallReport atADeployment(Request request) {
        if (gateway == null || scope == null || as != null) {
            throw wrong("use either --gateway and --scope, or --local (--as is valid only with --local)");
        }
        Request keyed = subscriptionKey == null
                ? request
                : request.with(
                        "Ocp-Apim-Subscription-Key",
                        SecretText.ofEnvironment("--subscription-key-env", subscriptionKey));
        return new ExplainedCall(client.client(tenant), scope, Web.ofThisMachine())
                .make(PublicUrl.of("--gateway", gateway), keyed);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
