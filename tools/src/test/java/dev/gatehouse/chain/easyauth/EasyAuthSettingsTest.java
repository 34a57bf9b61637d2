package dev.gatehouse.chain.easyauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EasyAuthSettingsTest {
    private final EasyAuthSettings.Access access = excluding("/api/Health", "/api/a+b");

    private static EasyAuthSettings.Access excluding(String... paths) {
        return new EasyAuthSettings.Access(EasyAuthSettings.Unauthenticated.RETURN_401, Set.of(paths));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/Health",
                "/api/health",
                "/API/HEALTH",
                "/api/%68ealth",
                "/api/./health",
                "/api/x/../health",
                "/../api/health",
                "/api/a+b",
            })
    void excludesWhatTheHostCallsTheSamePath(String path) {
        assertThat(access.excludes(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/%48ealth", // an encoded capital: stricter than the host
                "/api",
                "/api/health/",
                "/api/healthy",
                "/api/health/x",
                "/x/api/health",
                "/api//health",
                "/api/health/../accounts",
                "/api/health/../../api/accounts",
                "/api/health%2f..%2faccounts",
                "/api%2Fhealth",
                "/api%5chealth",
                "/api/health%00",
                "/api/%2568ealth",
                "/api/a b",
                "/api/a%20b",
            })
    void excludesNoOtherPath(String path) {
        assertThat(access.excludes(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/", "/api/health"})
    void excludesNothingWhereNothingIsConfigured(String path) {
        assertThat(excluding().excludes(path)).isFalse();
    }

    @Test
    void comparesPathsDecodedOnce() {
        assertThat(access.excludes("/api/a%2bb")).isTrue();
    }
}
