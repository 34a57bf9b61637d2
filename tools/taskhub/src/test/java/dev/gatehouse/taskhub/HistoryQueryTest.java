package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryQueryTest {
    private static final String EXECUTIONS = "RowKey eq '' and (PartitionKey lt '@' or PartitionKey ge 'A')";

    @Test
    void leavesEntitiesOutAndAsksForAllElseByDefault() {
        assertThat(new HistoryQuery(Set.of(), null, 20, false).filter()).isEqualTo(EXECUTIONS);
    }

    @Test
    void joinsStatesByOrAndTheMomentByAnd() {
        HistoryQuery query = new HistoryQuery(
                Set.of(RuntimeStatus.TERMINATED, RuntimeStatus.FAILED),
                Instant.parse("2026-11-20T08:00:00Z"),
                20,
                false);

        assertThat(query.filter())
                .isEqualTo(EXECUTIONS + " and (RuntimeStatus eq 'Failed' or RuntimeStatus eq 'Terminated')"
                        + " and CreatedTime ge datetime'2026-11-20T08:00:00Z'");
    }

    @Test
    void cannotBeLeftByAQuoteInAnInstanceId() {
        assertThat(HistoryQuery.ofInstance("x' or PartitionKey ne '"))
                .isEqualTo("PartitionKey eq 'x'' or PartitionKey ne '''");
    }

    @Test
    void escapesTheIdAsAKeyFirst() {
        assertThat(HistoryQuery.ofInstance("o'r/1")).isEqualTo("PartitionKey eq 'o''r^01'");
    }
}
