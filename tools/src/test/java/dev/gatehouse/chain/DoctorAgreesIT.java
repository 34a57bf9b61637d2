package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.token.Diagnosis;
import dev.gatehouse.doctor.token.Examination;
import dev.gatehouse.doctor.token.Examined;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.doctor.token.PastedInput;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenCases;
import dev.gatehouse.fixtures.TokenKit;
import dev.gatehouse.keys.HttpsFetcher;
import dev.gatehouse.keys.IssuerKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In both flows and with both policies for tokens: what a call is answered is what the doctor has said of its token. */
class DoctorAgreesIT {
    /** The doctor names what is wrong with a signature by the guard's code, which is more exact. */
    private static final Map<String, String> MORE_EXACT =
            Map.of("signature-invalid", "TokenSignatureInvalid", "key-unknown", "TokenSignatureKeyNotFound");

    static List<String> snapshots() {
        return Snapshots.names();
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void withWhatEachTokenOfTheTableIsAnswered(String snapshot) {
        List<String> differences = new ArrayList<>();
        try (RunningChain running = RunningChain.shared(Snapshots.read(snapshot))) {
            Deployment deployment = running.chain().deployment();
            Examination doctor = doctor(running);
            TokenKit kit = kit(running);
            TokenCases.all().stream().filter(each -> !each.edge()).forEach(each -> {
                String token = each.token().apply(kit);
                Diagnosis said = said(doctor, token);
                Request request = Request.get("/accounts").with("Authorization", "Bearer " + token);
                DemoCaller.Answered atGateway = running.atGateway(request);
                compare(differences, each + " at the gateway", Layer.GATEWAY, said, atGateway);
                if (deployment.flow() == Flow.CALLER_TOKEN) {
                    compare(differences, each + " at the app", Layer.EASY_AUTH, said, running.atFunctionApp(request));
                    compare(differences, each + " at the host", Layer.GUARD, said, running.atHost(request));
                }
                boolean served = atGateway.response().status() == 200;
                if (served != said.admitted().equals(Optional.of(true))) {
                    differences.add(each + ": served " + served + ", said " + said.admitted());
                }
            });
        }
        assertThat(differences).isEmpty();
    }

    /** The gateway's own token is seen by Easy Auth and guard alone. */
    @ParameterizedTest
    @MethodSource("snapshotsOfGatewayIdentity")
    void withWhatTheGatewaysOwnTokenIsAnswered(String snapshot) {
        List<String> differences = new ArrayList<>();
        try (RunningChain running = RunningChain.shared(Snapshots.read(snapshot))) {
            Examination doctor = doctor(running);
            ofGateway(running).forEach((name, token) -> {
                Diagnosis said = said(doctor, token);
                Request request = Request.get("/accounts").with("Authorization", "Bearer " + token);
                compare(differences, name + " at the app", Layer.EASY_AUTH, said, running.atFunctionApp(request));
                compare(differences, name + " at the host", Layer.GUARD, said, running.atHost(request));
                assertThat(said.layer(Layer.GATEWAY).seen()).as(name).isFalse();
            });
        }
        assertThat(differences).isEmpty();
    }

    static Stream<String> snapshotsOfGatewayIdentity() {
        return Snapshots.names().stream().filter(name -> name.startsWith(Snapshots.GATEWAY_IDENTITY));
    }

    private static Map<String, String> ofGateway(RunningChain running) {
        Deployment deployment = running.chain().deployment();
        var forge = running.chain().entra().forge();
        String api = deployment.registrations().api().clientId();
        var gateway = deployment.gatewayIdentities().get(0);
        return Map.of(
                "version 1", forge.inVersion(1).managedIdentity(gateway, api).compact(),
                "for another API",
                        forge.managedIdentity(gateway, api)
                                .claim("aud", gateway)
                                .compact(),
                "expired",
                        forge.managedIdentity(gateway, api)
                                .claim("exp", Instant.now().getEpochSecond() - 3600)
                                .compact(),
                "without its role",
                        forge.managedIdentity(gateway, api)
                                .claim("roles", List.of())
                                .compact(),
                "with a client that is not listed",
                        forge.managedIdentity(gateway, api)
                                .claim("azp", "11111111-2222-4333-8444-555555555555")
                                .compact());
    }

    /** Where a call ends earlier, the layer has refused nothing, whatever it would have said. */
    private static void compare(
            List<String> differences, String what, Layer layer, Diagnosis said, DemoCaller.Answered answered) {
        boolean refusedThere = answered.layer() == layer && answered.response().status() >= 400;
        boolean passed = answered.response().status() == 200 || later(answered.layer(), layer);
        String doctor = Examined.refusal(said, layer);
        String real = refusedThere ? answered.reason() : "";
        boolean same =
                doctor.equals(real) || MORE_EXACT.getOrDefault(doctor, "").equals(real);
        if ((refusedThere || passed) && !same) {
            differences.add(what + ": answered '" + real + "', said '" + doctor + "'");
        }
    }

    private static boolean later(Layer answered, Layer layer) {
        List<Layer> order = List.of(Layer.GATEWAY, Layer.EASY_AUTH, Layer.HOST, Layer.GUARD, Layer.FUNCTION);
        return order.indexOf(answered) > order.indexOf(layer);
    }

    private static Diagnosis said(Examination doctor, String token) {
        return doctor.of(new PastedInput.OneToken(token, List.of()), Optional.of("listAccounts"));
    }

    private static Examination doctor(RunningChain running) {
        HttpsFetcher documents = new HttpsFetcher(
                running.chain().tls().trusting(),
                running.chain().entra().proxy().asProxy());
        Clock clock = Clock.systemUTC();
        return new Examination(
                LayerConfiguration.local(Examined.contract(), running.chain().deployment()),
                new IssuerKeys(documents, clock, Runnable::run, notice -> {}),
                clock);
    }

    /** In the flow gateway-identity, callers' tokens are for the gateway's own registration. */
    private static TokenKit kit(RunningChain running) {
        Deployment deployment = running.chain().deployment();
        TokenKit kit = running.kit();
        return deployment.flow() == Flow.CALLER_TOKEN
                ? kit
                : new TokenKit(
                        kit.forge(),
                        kit.tenant(),
                        deployment.registrations().front().clientId(),
                        kit.now());
    }
}
