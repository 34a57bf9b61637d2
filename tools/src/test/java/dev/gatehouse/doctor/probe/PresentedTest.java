package dev.gatehouse.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.fixtures.RequirementCase;
import dev.gatehouse.local.entra.Signer;
import dev.gatehouse.local.entra.TokenDraft;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The probe chooses the operations that a token may call by the guard's rule. */
class PresentedTest {
    private static final Signer KEY = Signer.stranger(2048);

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gatehouse.fixtures.RequirementCase#all")
    void mayCallWhatItMeetsTheRequirementOf(RequirementCase each) {
        String token = new TokenDraft(Map.of("alg", "RS256", "kid", "k"), each.claims(), KEY).compact();
        Operation operation = new Operation("f", "GET", "f", Optional.of(each.needs()), false);

        assertThat(Presented.read(token).orElseThrow().mayCall(operation)).isEqualTo(each.isMet());
    }
}
