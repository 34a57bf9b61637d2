package dev.gatehouse.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.middleware.PresentedToken;
import dev.gatehouse.test.TestCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedExchangeTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Set<String> SCOPES = Set.of("https://graph.microsoft.com/User.Read");
    private static final TestCaller ADA = TestCaller.user("profile.read");
    private static final OnwardRequest REQUEST = request(ADA, "ada", SCOPES);

    private final MovableClock clock = new MovableClock(NOW);
    private final AtomicInteger exchanges = new AtomicInteger();
    private final CachedExchange cached = new CachedExchange(this::token, clock);

    @Test
    void oneOfTwoHundredCallsAsksEntra() throws Exception {
        CountDownLatch others = new CountDownLatch(200);
        CachedExchange slow = new CachedExchange(
                request -> {
                    await(others);
                    return token(request);
                },
                clock);

        Set<OnwardResult> results = Set.copyOf(atOnce(200, i -> {
            others.countDown();
            return slow.exchange(REQUEST);
        }));

        assertThat(results).hasSize(1);
        assertThat(exchanges).hasValue(1);
    }

    /** Whatever the threads do, a user gets what was obtained with the user's own token. */
    @Test
    void neverGivesAUserAnothersToken() throws Exception {
        for (OnwardResult mismatch : atOnce(64, thread -> {
            for (int i = 0; i < 2_000; i++) {
                int user = (thread * 31 + i) % 50;
                TestCaller caller = ADA.withObjectId("user" + user % 10).withTenant("tenant" + user % 5);
                OnwardToken token = (OnwardToken) cached.exchange(request(caller, "token" + user, SCOPES));
                if (!token.value().equals(value(caller, "token" + user, SCOPES))) {
                    return token;
                }
            }
            return OnwardRefusal.of(OnwardReason.USER_MISSING);
        })) {
            assertThat(mismatch).isInstanceOf(OnwardRefusal.class);
        }
        assertThat(exchanges).hasValue(50);
    }

    @Test
    void remembersATokenForTheSameUserTokenAndScopesOnly() {
        cached.exchange(REQUEST);
        cached.exchange(request(ADA, "ada", SCOPES));
        assertThat(exchanges).hasValue(1);

        cached.exchange(request(ADA, "a token of another device", SCOPES));
        cached.exchange(request(ADA.withObjectId("bob"), "ada", SCOPES));
        cached.exchange(request(ADA.withTenant("other"), "ada", SCOPES));
        cached.exchange(request(ADA, "ada", Set.of("https://graph.microsoft.com/Mail.Read")));
        assertThat(exchanges).hasValue(5);
    }

    @Test
    void obtainsATokenAnewFiveMinutesBeforeItEnds() {
        cached.exchange(REQUEST);

        clock.move(Duration.ofMinutes(55).minusMillis(1));
        cached.exchange(REQUEST);
        assertThat(exchanges).hasValue(1);

        clock.move(Duration.ofMillis(1));
        cached.exchange(REQUEST);
        assertThat(exchanges).hasValue(2);
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        for (int i = 0; i < CachedExchange.MAX_TOKENS; i++) {
            cached.exchange(request(ADA, "token" + i, SCOPES));
        }
        cached.exchange(request(ADA, "token0", SCOPES));
        assertThat(exchanges).hasValue(CachedExchange.MAX_TOKENS);

        cached.exchange(request(ADA, "one more", SCOPES));
        assertThat(cached.size()).isEqualTo(CachedExchange.MAX_TOKENS);

        cached.exchange(request(ADA, "token0", SCOPES));
        assertThat(exchanges).hasValue(CachedExchange.MAX_TOKENS + 1);
        cached.exchange(request(ADA, "token1", SCOPES));
        assertThat(exchanges).hasValue(CachedExchange.MAX_TOKENS + 2);
    }

    @Test
    void remembersNoRefusal() {
        CachedExchange refusing = new CachedExchange(
                request -> {
                    exchanges.incrementAndGet();
                    return OnwardRefusal.of(OnwardReason.TOKEN_REJECTED);
                },
                clock);

        refusing.exchange(REQUEST);
        refusing.exchange(REQUEST);

        assertThat(exchanges).hasValue(2);
    }

    @Test
    void aBugLeavesNobodyWaiting() {
        CachedExchange broken = new CachedExchange(
                request -> {
                    throw new IllegalStateException("a bug");
                },
                clock);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> broken.exchange(REQUEST)).hasMessage("a bug");
        }
    }

    @Test
    void keepsNoUsersTokenAndShowsNone() {
        assertThat(REQUEST.key().toString()).doesNotContain("eyJ");
        assertThat(REQUEST.toString()).doesNotContain("\"ada\"").contains("a caller's token");
        assertThat(token(REQUEST).toString()).isEqualTo("a token until 2026-12-01T01:00:00Z");
    }

    private OnwardResult token(OnwardRequest request) {
        exchanges.incrementAndGet();
        return new OnwardToken(
                value(new TestCaller(request.caller()), request.token().value(), request.scopes()),
                clock.instant().plus(Duration.ofHours(1)));
    }

    private static String value(TestCaller caller, String token, Set<String> scopes) {
        return caller.caller().tenant() + caller.caller().objectId() + token + scopes;
    }

    private static OnwardRequest request(TestCaller caller, String token, Set<String> scopes) {
        return new OnwardRequest(caller.caller(), new PresentedToken(token), scopes);
    }

    private interface Call {
        OnwardResult of(int thread) throws Exception;
    }

    private static List<OnwardResult> atOnce(int calls, Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<OnwardResult> results = new ArrayList<>();
            for (Future<OnwardResult> each : threads.invokeAll(IntStream.range(0, calls)
                    .<Callable<OnwardResult>>mapToObj(i -> () -> call.of(i))
                    .toList())) {
                results.add(each.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
