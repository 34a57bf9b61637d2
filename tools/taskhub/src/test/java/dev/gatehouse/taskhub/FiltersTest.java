package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final String EXECUTIONS = "RowKey eq '' and (PartitionKey lt '@' or PartitionKey ge 'A')";

    @Test
    void leavesEntitiesOutAndAsksForAllElseByDefault() {
        assertThat(Filters.executions(new HistoryQuery(Set.of(), null, 20, false)))
                .isEqualTo(EXECUTIONS);
    }

    @Test
    void joinsStatesByOrAndTheMomentByAnd() {
        HistoryQuery query = new HistoryQuery(
                Set.of(RuntimeStatus.TERMINATED, RuntimeStatus.FAILED),
                Instant.parse("2026-11-20T08:00:00Z"),
                20,
                false);

        assertThat(Filters.executions(query))
                .isEqualTo(EXECUTIONS + " and (RuntimeStatus eq 'Failed' or RuntimeStatus eq 'Terminated')"
                        + " and CreatedTime ge datetime'2026-11-20T08:00:00Z'");
    }

    @Test
    void cannotBeLeftByAQuoteInAnInstanceId() {
        assertThat(Filters.instance("x' or PartitionKey ne '"))
                .isEqualTo("PartitionKey eq 'x'' or PartitionKey ne '''");
    }

    @Test
    void escapesTheIdAsAKeyFirst() {
        assertThat(Filters.instance("o'r/1")).isEqualTo("PartitionKey eq 'o''r^01'");
    }
}
