package dev.gatehouse.chain.easyauth;

import static dev.gatehouse.chain.easyauth.SiteSettings.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which steps a trace shows: one for each check that was made, and none for one that was not. */
class EasyAuthStepsTest {
    private static final Request CALL =
            Request.get("/api/accounts").with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    private static final Optional<Set<String>> LIST = Optional.of(Set.of("x"));
    private static final Optional<Set<String>> ABSENT = Optional.empty();
    private static final Judgement AUTHENTICATED =
            new Judgement.Authenticated(((TokenReading.Readable) SignedToken.read(TestTenant.token()))
                    .token()
                    .claims());
    private static final Judgement EXPIRED = new Judgement.Unauthenticated(refused(EasyAuthChecks.Id.EXPIRY));
    private static final Judgement OTHER_CLIENT = new Judgement.Forbidden(refused(EasyAuthChecks.Id.APPLICATION));
    private static final Judgement OTHER_PRINCIPAL = new Judgement.Forbidden(refused(EasyAuthChecks.Id.PRINCIPAL));

    private final Recording recording = new Traces(CLOCK).begin(CALL);

    static Stream<Arguments> judgements() {
        EasyAuthSettings both = SiteSettings.with(LIST, LIST);
        EasyAuthSettings applications = SiteSettings.with(LIST, ABSENT);
        EasyAuthSettings principals = SiteSettings.with(ABSENT, LIST);
        String token = "token PASSED ";
        String client = "allowedApplications PASSED ";
        String principal = "allowedPrincipals PASSED ";
        String otherClient = "allowedApplications REFUSED allowedApplications";
        String otherPrincipal = "allowedPrincipals REFUSED allowedPrincipals";
        return Stream.of(
                row(SiteSettings.with(ABSENT, ABSENT), AUTHENTICATED, token),
                row(both, AUTHENTICATED, token, client, principal),
                row(applications, AUTHENTICATED, token, client),
                row(principals, AUTHENTICATED, token, principal),
                row(both, OTHER_CLIENT, token, otherClient),
                row(applications, OTHER_CLIENT, token, otherClient),
                row(both, OTHER_PRINCIPAL, token, client, otherPrincipal),
                row(principals, OTHER_PRINCIPAL, token, otherPrincipal),
                row(both, EXPIRED, "token REFUSED lifetime"),
                row(SiteSettings.with(Unauthenticated.RETURN_403), EXPIRED, "token REFUSED lifetime"),
                row(SiteSettings.with(Unauthenticated.ALLOW), EXPIRED, "token NOTED lifetime"));
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void showWhatWasChecked(EasyAuthSettings settings, Judgement judgement, List<String> shown) {
        EasyAuthSteps steps = new EasyAuthSteps(Optional.of(recording), settings);

        steps.judged(steps.token(), judgement);

        assertThat(shown()).containsExactlyElementsOf(shown);
    }

    @Test
    void showAnExcludedPathAndNoToken() {
        new EasyAuthSteps(Optional.of(recording), SiteSettings.VALID).excluded();

        assertThat(shown()).containsExactly("excludedPaths PASSED ");
    }

    @Test
    void areNoneWhereNothingIsRecorded() {
        EasyAuthSteps steps = new EasyAuthSteps(Optional.empty(), SiteSettings.VALID);

        steps.excluded();
        steps.judged(steps.token(), OTHER_CLIENT);

        assertThat(steps.token()).isEmpty();
        assertThat(shown()).isEmpty();
    }

    private List<String> shown() {
        return recording.trace(java.time.Duration.ZERO).steps().stream()
                .peek(step -> assertThat(step.layer()).isEqualTo(Layer.EASY_AUTH))
                .map(step -> step.rule().name() + " " + step.finding().verdict() + " "
                        + step.finding().reason())
                .toList();
    }

    private static Arguments row(EasyAuthSettings settings, Judgement judgement, String... shown) {
        return Arguments.of(settings, judgement, List.of(shown));
    }

    private static CheckResult refused(EasyAuthChecks.Id id) {
        return CheckResult.refused(id, "expected", "actual");
    }
}
