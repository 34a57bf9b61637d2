package dev.gatehouse.chain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.fixtures.SampleContract;
import org.junit.jupiter.api.Test;

class DemonstrationTest {

    @Test
    void whatMayChangeSomethingIsARowThatWasNotTried() {
        CallRow row = Demonstration.notServed(
                SampleContract.read().operation("provisionAccount").orElseThrow());

        assertThat(row.question().called()).isEqualTo("POST /accounts");
        assertThat(row.is(CallVerdict.NOT_TRIED)).isTrue();
        assertThat(row.outcome().says()).contains("\"example\"", "--write");
    }
}
