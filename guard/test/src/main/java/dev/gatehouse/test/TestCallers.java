package dev.gatehouse.test;

import com.microsoft.azure.functions.ExecutionContext;
import dev.gatehouse.middleware.GuardedContext;
import java.util.Optional;

/**
 * Contexts of calls that the guard let in, for the test of what a function does then: no token is made or verified. {@link
 * TestCaller} gives a caller other ids.
 */
public final class TestCallers {
    private TestCallers() {}

    /** An application calls that holds these app roles. */
    public static ExecutionContext app(String... roles) {
        return TestCaller.app(roles).context();
    }

    /** A user calls who granted these scopes. */
    public static ExecutionContext user(String... scopes) {
        return TestCaller.user(scopes).context();
    }

    /** A call of a public operation: there is no caller. */
    public static ExecutionContext anonymous() {
        return new GuardedContext(new TestContext("test"), Optional.empty(), Optional.empty());
    }
}
