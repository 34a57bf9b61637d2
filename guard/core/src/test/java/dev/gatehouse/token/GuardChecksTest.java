package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardChecksTest {
    private static final Checks<TokenUnderCheck> CHECKS = GuardChecks.of(
            new TokenPolicy(
                    Set.of(TokenVersion.V2),
                    Set.of("tenant"),
                    new TokenPolicy.Audience("api", Set.of()),
                    new TokenPolicy.AllowList(Set.of("client"), Optional.of(Set.of("principal")))),
            Clock.systemUTC());

    /** The caller gets the first refusal, so the list must have the order of the reasons. */
    @Test
    void areInTheOrderOfTheReasons() {
        List<Reason> reasons = CHECKS.explain(token(signed(Optional.of(Set.of("issuer"))))).stream()
                .map(CheckResult::reason)
                .toList();

        assertThat(reasons).isSorted().doesNotHaveDuplicates().contains(Reason.PRINCIPAL_NOT_ALLOWED);
    }

    /** Only a layer that names no issuers may leave them absent; for the guard that is a fault, and refuses. */
    @Test
    void passNoTokenWhoseIssuersAreAbsent() {
        assertThat(TokenChecks.issuer(Reason.ISSUER_MISMATCH).verdict(token(signed(Optional.empty()))))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(TokenChecks.issuerIfNamed(Reason.ISSUER_MISMATCH).verdict(token(signed(Optional.empty()))))
                .isEqualTo(Verdict.PASSED);
        assertThat(TokenChecks.issuerIfNamed(Reason.ISSUER_MISMATCH).verdict(token(signed(Optional.of(Set.of())))))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aSignatureThatDoesNotHoldIsNeverPassedWhateverItsFaultSays() {
        CheckResult passed = CheckResult.passed(Reason.SIGNATURE_INVALID, "a", "b");

        assertThat(new SignatureCheck.Outcome.NotSigned(passed).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(SignatureCheck.NOT_CHECKED.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    private static SignatureCheck.Outcome.Signed signed(Optional<Set<String>> issuers) {
        return new SignatureCheck.Outcome.Signed(issuers);
    }

    private static TokenUnderCheck token(SignatureCheck.Outcome.Signed signed) {
        return TokenUnderCheck.of(Claims.of(Map.of("iss", "issuer")), "key", signed, signed.issuers());
    }
}
