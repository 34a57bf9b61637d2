package dev.gatehouse.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.ExecutionContext;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.middleware.Caller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestCallersTest {
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";

    /** The app's own guard has no settings here, and says so when it is put together, unless another test has done that. */
    @BeforeAll
    static void putTheGuardTogether() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            Gatehouse.guard();
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(UTF_8).lines())
                .allMatch(line -> line.startsWith("Gatehouse error: configuration errors; every call is refused"));
    }

    @Test
    void aContextCarriesAnApp() {
        Caller caller = Caller.of(TestCallers.app("Orders.Read", "Orders.Write"));

        assertThat(caller.isUser()).isFalse();
        assertThat(caller.roles()).containsExactlyInAnyOrder("Orders.Read", "Orders.Write");
        assertThat(caller.scopes()).isEmpty();
    }

    @Test
    void aContextCarriesAUser() {
        Caller caller = Caller.of(TestCallers.user("orders.read"));

        assertThat(caller.isUser()).isTrue();
        assertThat(caller.scopes()).containsExactly("orders.read");
    }

    @Test
    void aPublicOperationHasNoCaller() {
        assertThat(Caller.find(TestCallers.anonymous())).isEmpty();
    }

    @Test
    void everyIdCanBeChosen() {
        TestContext worker = new TestContext("readOrder");
        ExecutionContext context = TestCaller.user("orders.read")
                .withRoles("Orders.Admin")
                .withObjectId("a")
                .withClient("b")
                .withTenant("c")
                .throughGateway()
                .context(worker);

        assertThat(Caller.of(context))
                .isEqualTo(new Caller(
                        Caller.Kind.USER,
                        "c",
                        "a",
                        "b",
                        Set.of("Orders.Admin"),
                        Set.of("orders.read"),
                        Optional.of(TestCaller.GATEWAY)));
        context.getLogger().warning("seen");
        assertThat(worker.log()).containsExactly("WARNING seen");
        assertThat(context.getFunctionName()).isEqualTo("readOrder");
    }

    /** A guarded function treats such a call as already decided, so no token is needed. */
    @Test
    void aGuardedFunctionServesTheCaller() {
        ExecutionContext context = TestCaller.app().withObjectId(OTHER).context();

        assertThat(new OrderFunctions_Guarded()
                        .readOrder(TestRequest.get("orders/7"), "7", context)
                        .getBody())
                .isEqualTo("7 of " + OTHER);
    }
}
