package dev.gatehouse.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.token.Examined;
import dev.gatehouse.token.ClaimedCaller;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.TokenVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe expects of a good token what the guard decides. */
class UnverifiedCallerTest {
    private static final Operation READ = Examined.contract().operations().stream()
            .filter(operation -> operation
                    .requirement()
                    .filter(requirement -> requirement.appRoles().contains("Accounts.Read"))
                    .isPresent())
            .findFirst()
            .orElseThrow();

    @Test
    void anAppWithTheRoleMayCall() {
        assertThat(mayCall(app())).isTrue();
    }

    /** A token with {@code scp} is no app's, and one with an empty {@code scp} is no user's either. */
    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aTokenWithAnEmptyScopeOpensNothing(String scopes) {
        Map<String, Object> claims = app();
        claims.put("scp", scopes);

        assertThat(mayCall(claims)).isFalse();
    }

    @Test
    void aTokenWhoseSubjectIsAnotherThanItsPrincipalOpensNothing() {
        Map<String, Object> claims = app();
        claims.put("sub", "other");

        assertThat(mayCall(claims)).isFalse();
    }

    private static boolean mayCall(Map<String, Object> claims) {
        return new UnverifiedCaller(new ClaimedCaller(Claims.of(claims), TokenVersion.V2)).mayCall(READ);
    }

    private static Map<String, Object> app() {
        return new HashMap<>(Map.of("oid", "o", "sub", "o", "roles", List.of("Accounts.Read")));
    }
}
