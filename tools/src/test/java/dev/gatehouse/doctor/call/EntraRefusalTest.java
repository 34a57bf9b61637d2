package dev.gatehouse.doctor.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntraRefusalTest {
    @Test
    void readsARefusalWithItsIdsAndWithoutSecrets() {
        EntraRefusal refusal = EntraRefusal.of("AADSTS7000215: Invalid client secret provided: abc8Q~"
                + "x".repeat(34) + ". Trace ID: 11111111-2222-3333-4444-555555555555"
                + " Correlation ID: 66666666-7777-8888-9999-000000000000 Timestamp: 2026-11-21 08:00:00Z");

        assertThat(refusal.code()).contains(7000215);
        assertThat(refusal.text())
                .startsWith("AADSTS7000215: Invalid client secret")
                .doesNotContain("Q~")
                .doesNotContain("Trace");
        assertThat(refusal.ids())
                .isEqualTo(new EntraRefusal.Ids(
                        "11111111-2222-3333-4444-555555555555", "66666666-7777-8888-9999-000000000000"));
    }
}
