package dev.gatehouse.chain.easyauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcludedPathsTest {
    private final ExcludedPaths paths = new ExcludedPaths(Set.of("/api/Health", "/api/a+b"));

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
    void containWhatTheHostCallsTheSamePath(String path) {
        assertThat(paths.contain(path)).isTrue();
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
    void containNoOther(String path) {
        assertThat(paths.contain(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/", "/api/health"})
    void areNoneWhereNoneIsConfigured(String path) {
        assertThat(new ExcludedPaths(Set.of()).contain(path)).isFalse();
    }

    @Test
    void areComparedDecodedOnce() {
        assertThat(paths.contain("/api/a%2bb")).isTrue();
    }
}
