package dev.gatehouse.sample.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.middleware.Caller;
import dev.gatehouse.test.TestCaller;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of accounts does. */
abstract class AccountsContract {
    private static final Account ADA = new Account("ada", "Ada");
    private static final Account BOB = new Account("bob", "Bob \u00fc \"'%");

    static final Caller CALLER = TestCaller.app("Accounts.Provision").caller();
    private static final Caller COLLEAGUE = TestCaller.user("accounts.read").caller();
    private static final Caller STRANGER = TestCaller.app("Accounts.Provision")
            .withTenant("7e57ca11-0000-4000-8000-0000000000ff")
            .caller();

    /** Empty ones. */
    abstract Accounts accounts() throws Exception;

    @Test
    void whatWasAddedIsFoundByTheTenantsCallersInOrder() throws Exception {
        Accounts accounts = accounts();

        assertThat(accounts.all(CALLER)).isEmpty();
        assertThat(accounts.add(CALLER, BOB)).isTrue();
        assertThat(accounts.add(CALLER, ADA)).isTrue();

        assertThat(accounts.all(COLLEAGUE)).containsExactly(ADA, BOB);
        assertThat(accounts.find(COLLEAGUE, "bob")).contains(BOB);
        assertThat(accounts.find(COLLEAGUE, "eve")).isEmpty();
    }

    @Test
    void anotherTenantSeesNothingAndMayUseTheSameId() throws Exception {
        Accounts accounts = accounts();
        accounts.add(CALLER, ADA);

        assertThat(accounts.all(STRANGER)).isEmpty();
        assertThat(accounts.find(STRANGER, "ada")).isEmpty();
        assertThat(accounts.add(STRANGER, new Account("ada", "Another"))).isTrue();
        assertThat(accounts.find(CALLER, "ada")).contains(ADA);
    }

    @Test
    void oneOfManyWhoAddTheSameIdSucceeds() throws Exception {
        Accounts accounts = accounts();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            int added = 0;
            List<Callable<Boolean>> calls = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i -> () -> accounts.add(CALLER, new Account("ada", "Ada " + i)))
                    .toList();
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                added += each.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
            assertThat(accounts.all(CALLER)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
