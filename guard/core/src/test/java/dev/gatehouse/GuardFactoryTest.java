package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contract.Contract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardFactoryTest {
    private static final Contract.OnwardApi GRAPH = new Contract.OnwardApi(
            "https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000", List.of("User.Read"));

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "false, false, false"})
    void saysWhereAGatewayKeepsWhatCallsOnwardNeed(boolean gatewayCalls, boolean callsOnward, boolean isSaid) {
        Settings settings = new Settings(
                "https://login.microsoftonline.com",
                Set.of(),
                "api",
                Set.of(),
                Set.of(),
                Optional.empty(),
                gatewayCalls ? Optional.of("gateway") : Optional.empty());
        Contract contract = new Contract(
                "api",
                List.of("2.0"),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                callsOnward ? List.of(GRAPH) : List.of(),
                Contract.Retired.NOTHING);

        assertThat(GuardFactory.keepsTheTokensToExchange(Optional.of(settings), Optional.of(contract)))
                .isEqualTo(isSaid);
    }
}
