package dev.gatehouse.doctor.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AadstsTableTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                501051, 50105, 500011, 650057, 650056, 65001, 65005, 90094, 90009, 500131, 50013, 500133, 7000215,
                7000222, 7000218, 700016, 7000229, 7000112, 700025, 700027, 700022, 70001, 70002, 70003, 70011, 1002012,
                28002, 28003, 90002, 900023, 50194, 9001023, 900144, 901002, 50020, 50146, 501461, 53003
            })
    void knowsTheCode(int code) {
        AadstsTable.Entry entry = AadstsTable.entry(code).orElseThrow();

        assertThat(entry.meaning()).hasSizeGreaterThan(15).doesNotContain("\n");
        assertThat(entry.fix()).hasSizeGreaterThan(15).doesNotContain("\n");
    }

    @Test
    void knowsNoCodeBeside() {
        assertThat(AadstsTable.size()).isEqualTo(38);
        assertThat(AadstsTable.entry(1)).isEmpty();
    }

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
