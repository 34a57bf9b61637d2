package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixtures.ExpectedVerdict;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.fixtures.TokenCase;
import dev.gatehouse.fixtures.TokenCases;
import dev.gatehouse.fixtures.TokenCasesOfOtherLibraries;
import dev.gatehouse.fixtures.TokenKit;
import dev.gatehouse.rendering.PageHtml;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of tokens: what each layer answers is what the doctor says of it, online and with the reason found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorAgreesWithTheLayersTest {
    private RunningEntra running;
    private Clock clock;
    private TokenKit kit;
    private Examination online;
    private Examination offline;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Diagnosis> onlineDiagnoses = new HashMap<>();
    private final Map<String, Diagnosis> offlineDiagnoses = new HashMap<>();

    @BeforeAll
    void start(@TempDir Path folder) {
        clock = new MovableClock(Instant.now());
        running = RunningEntra.start(folder, clock);
        kit = running.kit(clock.instant());
        online = Examined.online(running, clock);
        offline = Examined.offline(LayerConfiguration.local(Examined.contract(), running.deployment()), clock);
    }

    @AfterAll
    void end() {
        running.close();
    }

    static List<TokenCase> tokens() {
        return Stream.concat(TokenCases.all().stream(), TokenCasesOfOtherLibraries.all().stream())
                .toList();
    }

    /** A token is signed and examined once for all that is compared. */
    @Test
    void everyTokenHasANameThatNoOtherHas() {
        assertThat(tokens()).extracting(TokenCase::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void namesTheReasonThatTheGuardRefusesWith(TokenCase each) {
        assertThat(first(each, Layer.GUARD)).isEqualTo(reason(each.host()));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void namesTheReasonThatEasyAuthRefusesWith(TokenCase each) {
        if (each.edge()) {
            return; // the table knows the host's verdict only
        }
        String expected = each.functionApp().layer() == Layer.EASY_AUTH ? reason(each.functionApp()) : "";
        assertThat(first(each, Layer.EASY_AUTH)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void namesTheReasonThatTheGatewayRefusesWith(TokenCase each) {
        if (each.edge()) {
            return; // the table knows the host's verdict only
        }
        String expected = each.gateway().layer() == Layer.GATEWAY ? reason(each.gateway()) : "";
        assertThat(first(each, Layer.GATEWAY)).isIn(expected, meaningful(expected));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void offlineEveryClaimIsJudgedAllTheSameAndNothingIsEverProven(TokenCase each) {
        Diagnosis diagnosis = offline(each);

        assertThat(diagnosis.admitted()).isNotEqualTo(Optional.of(true));
        String guard = reason(each.host());
        if (!guard.startsWith("key-") && !guard.startsWith("signature-") || guard.equals("key-id-missing")) {
            assertThat(Examined.refusal(diagnosis, Layer.GUARD)).isEqualTo(guard);
        }
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void showsNeitherTokenNorSignatureAndAFixForWhateverIsRefused(TokenCase each) {
        String token = token(each);
        Diagnosis diagnosis = online(each);
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String everything = String.join("\n", new PageText(new Screen(true, 80)).of(DiagnosisPage.of(diagnosis)))
                + PageHtml.of(DiagnosisPage.of(diagnosis))
                + diagnosis.json()
                + diagnosis.remarks();

        if (token.length() > 20) {
            assertThat(everything).doesNotContain(token).doesNotContainPattern(TokenKit.HEADER);
        }
        if (signature.length() > 20) {
            assertThat(everything).doesNotContain(signature.substring(0, 20));
        }
        assertThat(refused(diagnosis))
                .allSatisfy(rule -> assertThat(rule.fix()).as(rule.rule()).isNotEmpty());
    }

    private static Stream<RuleReport> refused(Diagnosis diagnosis) {
        return Stream.concat(
                        diagnosis.layers().stream().flatMap(layer -> layer.rules().stream()),
                        diagnosis.operations().stream().flatMap(report -> report.rules().stream()))
                .filter(rule -> !rule.passed().equals(Optional.of(true)));
    }

    /** The gateway's own name for a broken signature; the doctor says it with the guard's code, which is more exact. */
    private static String meaningful(String gateway) {
        return switch (gateway) {
            case "TokenSignatureInvalid" -> "signature-invalid";
            case "TokenSignatureKeyNotFound" -> "key-unknown";
            default -> gateway;
        };
    }

    private Diagnosis online(TokenCase each) {
        return onlineDiagnoses.computeIfAbsent(each.name(), name -> diagnosis(online, each));
    }

    private Diagnosis offline(TokenCase each) {
        return offlineDiagnoses.computeIfAbsent(each.name(), name -> diagnosis(offline, each));
    }

    private Diagnosis diagnosis(Examination examination, TokenCase each) {
        return examination.of(new PastedInput.OneToken(token(each), List.of()), Optional.of("listAccounts"));
    }

    private String token(TokenCase each) {
        return tokens.computeIfAbsent(each.name(), name -> each.token().apply(kit));
    }

    private String first(TokenCase each, Layer layer) {
        return Examined.refusal(online(each), layer);
    }

    /** The doctor is given a token without its header; what a header's form excludes is to it no JWT. */
    private static String reason(ExpectedVerdict verdict) {
        return switch (verdict.reason()) {
            case "no-token", "several-tokens" -> "not-a-jwt";
            default -> verdict.reason();
        };
    }
}
