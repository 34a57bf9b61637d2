package dev.gatehouse.chain;

import static dev.gatehouse.fixtures.Snapshots.GATEWAY_IDENTITY;
import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallTable;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.doctor.chain.LocalChain;
import dev.gatehouse.doctor.probe.Probe;
import dev.gatehouse.doctor.probe.ProbeTarget;
import dev.gatehouse.doctor.probe.ProbedIssuer;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.SampleClients;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The probe of the whole chain, and of chains that lack a layer each: exactly the rows of that layer fail, and say which it
 * is.
 */
class ProbeIT {
    private static final String ENTRA = "/properties/identityProviders/azureActiveDirectory";
    private static final String API = "Microsoft.ApiManagement/service/apis";
    private static final String API_POLICY = API + "/policies";
    private static final String OPERATION_POLICY = API + "/operations/policies";
    private static final String VALUE = "/properties/value";
    private static final String FORWARDING =
            "<policies><inbound><base /><set-backend-service backend-id='function-app' />"
                    + "</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>";

    private static final List<String> TOKENS = List.of(
            "changed-token", "forged-signature", "unsigned-token", "expired-token", "other-audience", "other-client");

    static Stream<Arguments> holes() {
        return Stream.of(
                arguments(
                        "a gateway that checks nothing",
                        Edited.of(MAIN)
                                .with(API_POLICY, VALUE, "\"" + FORWARDING + "\"")
                                .without(OPERATION_POLICY),
                        rows("gateway-", List.of("no-token"), TOKENS, List.of("missing-role")),
                        "the gateway does not check"),
                arguments(
                        "a gateway that leaves roles to the function",
                        Edited.of(MAIN).without(OPERATION_POLICY),
                        List.of("gateway-missing-role"),
                        "the gateway does not check the operation's roles and scopes (operation policy):"
                                + " only the guard refused the call"),
                arguments(
                        "a gateway that takes another API's tokens",
                        Edited.of(MAIN)
                                .policy(
                                        "api",
                                        Pattern.quote("<audience>{{v1-audience}}</audience>"),
                                        "<audience>5eb0d1e5-0000-4000-8000-0000000000a1</audience>"),
                        List.of("gateway-other-audience"),
                        "the gateway does not check audiences (the policy's <audiences>): only Easy Auth refused"),
                arguments(
                        "a gateway whose list of clients is too long",
                        Edited.of(MAIN)
                                .with(
                                        "allowed-clients",
                                        VALUE,
                                        "\"" + id(SampleClients.READER) + " " + id(DemoClient.UNLISTED) + "\""),
                        List.of("gateway-other-client"),
                        "the gateway does not check the client (the list of allowed clients): only Easy Auth refused"),
                arguments(
                        "an API without subscriptions",
                        Edited.of(MAIN).with(API, "/properties/subscriptionRequired", "false"),
                        List.of("gateway-no-subscription-key"),
                        "the gateway does not require a subscription key (subscriptionRequired)"),
                arguments(
                        "a gateway that believes the roles in a client's headers",
                        Edited.of(GATEWAY_IDENTITY)
                                .policy(
                                        "global",
                                        Pattern.quote(
                                                "<set-header name=\"X-Gatehouse-Caller-Roles\" exists-action=\"delete\" />"),
                                        "")
                                .policy("api", Pattern.quote("X-Gatehouse-Caller-Roles"), "X-Gatehouse-Lost-Roles")
                                .without(OPERATION_POLICY),
                        List.of("gateway-good-token", "gateway-missing-role", "gateway-forged-roles"),
                        "identity headers that any client can send are trusted (the global policy deletes them): no layer refused"),
                arguments(
                        "Easy Auth off",
                        Edited.of(MAIN).with("authsettingsV2", "/properties/platform/enabled", "false"),
                        rows("function-app-", List.of("nothing", "key-only"), TOKENS),
                        "Easy Auth allows calls without a valid token (is it enabled, with Return401?): only the"),
                arguments(
                        "Easy Auth off, behind a gateway with an identity",
                        Edited.of(GATEWAY_IDENTITY).with("authsettingsV2", "/properties/platform/enabled", "false"),
                        rows("function-app-", List.of("nothing", "key-only"), TOKENS),
                        "Easy Auth allows calls without a valid token (is it enabled, with Return401?): only the"),
                arguments(
                        "Easy Auth without a list of applications",
                        Edited.of(MAIN)
                                .without(
                                        "authsettingsV2",
                                        ENTRA + "/validation/defaultAuthorizationPolicy/allowedApplications"),
                        List.of("function-app-other-client"),
                        "Easy Auth accepts any client of the tenant (allowedApplications, allowedPrincipals):"
                                + " only the guard refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {MAIN, GATEWAY_IDENTITY})
    void passesCompletely(String snapshot) {
        try (RunningChain running = RunningChain.shared(Snapshots.read(snapshot))) {
            List<CallRow> rows = probe(running);

            assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> assertThat(
                            row.outcome().verdict())
                    .as(row.toString())
                    .isEqualTo(CallVerdict.PASSED));
            assertThat(rows).extracting(row -> row.question().name()).doesNotHaveDuplicates();
            assertThat(running.chain().keys().secrets())
                    .allSatisfy(secret -> assertThat(new CallTable(rows).json()).doesNotContain(secret));
            assertThat(new CallTable(rows).json()).doesNotContainPattern(TokenKit.HEADER);
        }
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("holes")
    void namesTheHole(String what, Edited deployment, List<String> failed, String says) {
        try (RunningChain running = RunningChain.shared(deployment.snapshot())) {
            List<CallRow> rows = probe(running);

            assertThat(failed(rows)).containsExactlyInAnyOrderElementsOf(failed);
            assertThat(says(rows)).anyMatch(text -> text.contains(says));
        }
    }

    @Test
    void namesFunctionsThatAskForNoKey(@TempDir Path project) throws IOException {
        StagedCopy.in(project).withoutKey("whoAmI");

        assertHole(
                Snapshots.read(MAIN),
                project,
                "the host does not require a function key (authLevel): no layer refused the call",
                "function-app-token-only");
    }

    @Test
    void namesAFunctionThatIsNotBehindTheGuard(@TempDir Path project) throws IOException {
        StagedCopy.in(project).withoutSecondLock().answeredBy("listAccounts", Unguarded.class, "list");

        assertHole(
                Snapshots.read(MAIN),
                project,
                "a function is not protected by the guard, or the operation's roles and scopes are not checked: no layer refused",
                "function-app-missing-role",
                "function-app-forged-caller");
    }

    @Test
    void namesAFunctionWithoutGuardAndEasyAuth(@TempDir Path project) throws IOException {
        StagedCopy.in(project).withoutSecondLock().answeredBy("listAccounts", Unguarded.class, "list");
        Snapshot off = Edited.of(MAIN)
                .with("authsettingsV2", "/properties/platform/enabled", "false")
                .snapshot();

        assertHole(
                off,
                project,
                "a function must read the token only, and be protected by Easy Auth: no layer refused the call",
                rows(
                                "function-app-",
                                List.of("nothing", "key-only"),
                                TOKENS,
                                List.of("missing-role", "forged-principal", "forged-caller"))
                        .toArray(String[]::new));
    }

    @Test
    void namesAWrongClockAndAWrongTenant() {
        try (RunningChain running = RunningChain.shared(Snapshots.read(MAIN))) {
            LocalChain local = LocalChain.of(running.chain(), running.tenant(), Clock.systemUTC());
            Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(90));
            ProbedIssuer issuer = local.issuer();
            ProbedIssuer other = new ProbedIssuer(
                    new Tenant(
                            "00000000-0000-4000-8000-000000000001",
                            issuer.tenant().cloud()),
                    issuer.version(),
                    issuer.token(),
                    issuer.web());

            assertThat(failed(issuerRows(issuer, wrong))).containsExactly("issuer-clock");
            assertThat(failed(issuerRows(other, Clock.systemUTC())))
                    .containsExactly("issuer-discovery", "issuer-keys", "issuer-clock");
            assertThat(issuerRows(other, Clock.systemUTC()).get(0).outcome().says())
                    .startsWith("the issuer's metadata or keys cannot be read");
        }
    }

    private static List<CallRow> issuerRows(ProbedIssuer issuer, Clock clock) {
        return new Probe(
                        new ProbeTarget(dev.gatehouse.deployment.Flow.CALLER_TOKEN, List.of()),
                        List.of(),
                        new Probe.Surroundings(Optional.of(issuer), Optional.empty(), clock),
                        issuer.web())
                .run(row -> {});
    }

    private static void assertHole(Snapshot snapshot, Path project, String says, String... failed) {
        try (RunningChain running = RunningChain.start(snapshot, project)) {
            List<CallRow> rows = probe(running);

            assertThat(failed(rows)).containsExactlyInAnyOrder(failed);
            assertThat(says(rows)).anyMatch(text -> text.contains(says));
        }
    }

    private static List<CallRow> probe(RunningChain running) {
        LocalChain local = LocalChain.of(running.chain(), running.tenant(), Clock.systemUTC());
        return new Probe(
                        new ProbeTarget(local.flow(), contract().operations()),
                        local.entrances(),
                        new Probe.Surroundings(Optional.of(local.issuer()), Optional.empty(), Clock.systemUTC()),
                        local.web())
                .run(row -> {});
    }

    private static Contract contract() {
        try {
            return ((ContractResult.Valid) ContractReader.read(Files.readAllBytes(Path.of("contract/security.json"))))
                    .contract();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static List<String> failed(List<CallRow> rows) {
        return rows.stream()
                .filter(row -> row.outcome().verdict() == CallVerdict.FAILED)
                .map(row -> row.question().name())
                .toList();
    }

    private static List<String> says(List<CallRow> rows) {
        return rows.stream().map(row -> row.outcome().says()).toList();
    }

    @SafeVarargs
    private static List<String> rows(String prefix, List<String>... names) {
        return Stream.of(names).flatMap(List::stream).map(name -> prefix + name).toList();
    }

    private static String id(DemoClient client) {
        return client.principal().clientId();
    }
}
