package dev.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.BigIntegerUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RsaKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerKeysTest {
    private static final String TENANT = "11111111-2222-3333-4444-55555555aaaa";
    private static final String ISSUER = "https://login.example/" + TENANT + "/v2.0";
    private static final DiscoveryUrl OWN = new DiscoveryUrl(
            URI.create("https://login.example/" + TENANT + "/v2.0/.well-known/openid-configuration"), TENANT);
    private static final String CLOUD = "microsoftonline.com";
    private static final URI KEYS = URI.create("https://login.example/keys");

    private final RSAKey first = RsaKeys.key(0, "first");
    private final RSAKey second = RsaKeys.key(1, "second");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakeIssuer issuer = new FakeIssuer();
    private final List<Runnable> background = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final IssuerKeys keys = new IssuerKeys(issuer, clock, background::add, notices::add);

    @Test
    void findsAPublishedKeyWithItsIssuer() throws Exception {
        issuer.publish(entry(first, ISSUER));

        KeyLookup.Found found = (KeyLookup.Found) keys.find(OWN, "first");

        assertThat(found.key()).isEqualTo(first.toRSAPublicKey());
        assertThat(found.issuer()).isEqualTo(ISSUER);
        assertThat(found.keyIssuer()).contains(ISSUER);
    }

    @Test
    void aRotatedKeyIsFoundAtOnceByOneRefetch() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.publish(entry(first, ISSUER), entry(second, ISSUER));

        assertThat(keys.find(OWN, "second")).isInstanceOf(KeyLookup.Found.class);
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void aRemovedKeyStopsWorkingWithTheNextRefresh() {
        issuer.publish(entry(first, ISSUER), entry(second, ISSUER));
        keys.find(OWN, "first");
        issuer.publish(entry(second, ISSUER));
        clock.move(KeyCache.REFRESH_AFTER);

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        runBackground();

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unknown.class);
    }

    @Test
    void aFloodOfUnknownKeysFetchesAtMostOncePerFiveMinutes() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        int before = issuer.fetches();

        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.find(OWN, "unknown-" + i)).isInstanceOf(KeyLookup.Unknown.class);
            clock.move(Duration.ofMillis(90)); // 15 minutes in all
        }

        assertThat(issuer.fetches() - before).isEqualTo(3);
    }

    @Test
    void refetchesForAnUnknownKeyExactlyFiveMinutesLaterNotSooner() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        keys.find(OWN, "other");
        clock.move(FetchPauses.AFTER_UNKNOWN_KEY.minusNanos(1));
        keys.find(OWN, "other");
        assertThat(issuer.fetches()).isEqualTo(2);

        clock.move(Duration.ofNanos(1));
        keys.find(OWN, "other");
        assertThat(issuer.fetches()).isEqualTo(3);
    }

    @Test
    void saysUnreachableWhileKeysWereNeverReadAndRecoversByItself() {
        issuer.fail();
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unreachable.class);
        issuer.publish(entry(first, ISSUER));

        assertThat(keys.find(OWN, "first")).as("within the pause").isInstanceOf(KeyLookup.Unreachable.class);
        clock.move(FetchPauses.AFTER_FAILURE);

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("could not be read")
                .contains("down for maintenance");
    }

    @Test
    void anOutageLaterLeavesTheLastKnownKeysForADayAndNoLonger() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.fail();

        clock.move(KeyCache.BELIEVED_FOR.minusNanos(1));
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);

        clock.move(Duration.ofNanos(1));
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unreachable.class);
        assertThat(keys.areReady(Set.of(OWN))).isFalse();
    }

    @Test
    void anUnknownKeyDuringAnOutageIsNotCalledUnknown() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.fail();

        assertThat(keys.find(OWN, "second")).isInstanceOf(KeyLookup.Unreachable.class);
        assertThat(keys.find(OWN, "second")).as("within the pause").isInstanceOf(KeyLookup.Unreachable.class);
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
    }

    /** The issuer was unavailable for a moment while a new key came into use. */
    @Test
    void aFailedRefetchHoldsUpTokensOfANewKeyForTwoSeconds() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.fail();
        assertThat(waitOf(keys.find(OWN, "second"))).isEqualTo(Duration.ofSeconds(2));
        issuer.publish(entry(first, ISSUER), entry(second, ISSUER));

        clock.move(Duration.ofSeconds(2).minusNanos(1));
        assertThat(waitOf(keys.find(OWN, "second"))).isEqualTo(Duration.ofNanos(1));
        clock.move(Duration.ofNanos(1));
        assertThat(keys.find(OWN, "second")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void waitsLongerAfterEachFurtherFailureAndFromTheBeginningAfterASuccess() {
        issuer.fail();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Duration wait = waitOf(keys.find(OWN, "first"));
            waits.add(wait.toSeconds());
            assertThat(keys.retryAfter(Set.of(OWN))).isEqualTo(wait);
            clock.move(wait);
        }
        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);

        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        assertThat(keys.retryAfter(Set.of(OWN))).isZero();
        issuer.fail();
        assertThat(waitOf(keys.find(OWN, "second"))).isEqualTo(Duration.ofSeconds(2));
    }

    /** A refetch that succeeds is repeated minutes later, also after failures in between. */
    @Test
    void aFloodOfUnknownKeysThroughAnOutageFetchesOnlyWhatFailed() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.fail();
        keys.find(OWN, "other");
        issuer.publish(entry(first, ISSUER));
        clock.move(FetchPauses.AFTER_FAILURE);
        assertThat(keys.find(OWN, "other")).isInstanceOf(KeyLookup.Unknown.class);
        int before = issuer.fetches();

        clock.move(FetchPauses.AFTER_UNKNOWN_KEY.minusNanos(1));
        assertThat(keys.find(OWN, "other")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(issuer.fetches()).isEqualTo(before);
        clock.move(Duration.ofNanos(1));
        keys.find(OWN, "other");
        assertThat(issuer.fetches()).isEqualTo(before + 1);
    }

    @Test
    void anInstanceThatWasIdleForTwoHoursReadsTheKeysBeforeItBelievesAny() {
        issuer.publish(entry(first, ISSUER), entry(second, ISSUER));
        keys.find(OWN, "first");
        issuer.publish(entry(second, ISSUER));

        clock.move(KeyCache.IDLE_AFTER.minusNanos(1));
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        clock.move(Duration.ofNanos(1));
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    /** One call waits for the attempt; later calls use the last known keys, and retries run in the background. */
    @Test
    void anInstanceThatWasIdleUsesTheLastKnownKeysWhereTheIssuerCannotBeRead() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.fail();
        clock.move(KeyCache.IDLE_AFTER);

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        assertThat(issuer.fetches()).isEqualTo(2);
        assertThat(background).isEmpty();
        clock.move(FetchPauses.AFTER_FAILURE);
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        assertThat(issuer.fetches()).isEqualTo(2);
        assertThat(background).hasSize(1);
    }

    @Test
    void aFailedRefreshIsRepeatedInTheBackgroundSecondsLater() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.fail();
        clock.move(KeyCache.REFRESH_AFTER);
        keys.find(OWN, "first");
        runBackground();
        keys.find(OWN, "first");
        assertThat(background).as("within the pause").isEmpty();

        issuer.publish(entry(second, ISSUER));
        clock.move(FetchPauses.AFTER_FAILURE);
        keys.find(OWN, "first");
        assertThat(background).as("after the pause").hasSize(1);
        runBackground();
        assertThat(keys.find(OWN, "second")).isInstanceOf(KeyLookup.Found.class);
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unknown.class);
    }

    private static Duration waitOf(KeyLookup lookup) {
        return ((KeyLookup.Unreachable) lookup).retryAfter();
    }

    @Test
    void anOldSetIsRefreshedInTheBackgroundAndNoCallWaits() {
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        clock.move(KeyCache.REFRESH_AFTER);
        keys.find(OWN, "first");
        keys.find(OWN, "first");

        assertThat(background).hasSize(1);
        assertThat(issuer.fetches()).isEqualTo(1);
        runBackground();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void prefetchesInTheBackground() {
        issuer.publish(entry(first, ISSUER));
        keys.prefetch(Set.of(OWN));
        assertThat(issuer.fetches()).isZero();

        runBackground();
        assertThat(issuer.fetches()).isEqualTo(1);

        assertThat(keys.areReady(Set.of(OWN))).isTrue();
        keys.find(OWN, "first");
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void twoHundredColdStartsAtOnceFetchOnce() throws Exception {
        issuer.publish(entry(first, ISSUER));
        issuer.slow = Duration.ofMillis(200);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            Callable<KeyLookup> call = () -> {
                start.await();
                return keys.find(OWN, "first");
            };
            List<Future<KeyLookup>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(threads.submit(call));
            }
            start.countDown();
            for (Future<KeyLookup> each : calls) {
                assertThat(each.get()).isInstanceOf(KeyLookup.Found.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    /** A fetch that ends while another thread is about to request one must not leave that thread without keys. */
    @Test
    void aFetchThatEndsInBetweenIsNotMissed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            for (int round = 0; round < 300; round++) {
                IssuerKeys cold = new IssuerKeys(issuer, clock, Runnable::run, notices::add);
                issuer.publish(entry(first, ISSUER));
                allFind(threads, cold, "first");
                issuer.publish(entry(first, ISSUER), entry(second, ISSUER));
                allFind(threads, cold, "second");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void allFind(ExecutorService threads, IssuerKeys keys, String keyId) throws Exception {
        List<Callable<KeyLookup>> calls = Collections.nCopies(32, () -> keys.find(OWN, keyId));
        for (Future<KeyLookup> each : threads.invokeAll(calls)) {
            assertThat(each.get()).isInstanceOf(KeyLookup.Found.class);
        }
    }

    @Test
    void dropsBadKeysAloneAndSaysSo() throws Exception {
        RSAKey small = new RSAKeyGenerator(1024, true)
                .keyID("small")
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        Map<String, Object> encryption = entry(second, ISSUER);
        encryption.put("use", "enc");
        encryption.put("kid", "encryption");
        Map<String, Object> oct = Map.of("kty", "oct", "use", "sig", "kid", "oct", "k", "c2VjcmV0");
        issuer.publish(entry(first, ISSUER), entry(small, ISSUER), encryption, oct, Map.of("kty", "RSA"));

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        for (String bad : List.of("small", "encryption", "oct")) {
            assertThat(keys.find(OWN, bad)).isInstanceOf(KeyLookup.Unknown.class);
        }
        assertThat(notices).hasSize(8).allMatch(notice -> notice.contains("is dropped")); // read twice, four each
    }

    @ParameterizedTest
    @MethodSource
    void survivesAKeyThatIsNone(Map<String, Object> broken) {
        Map<String, Object> entry = entry(second, ISSUER);
        entry.keySet().removeAll(broken.keySet());
        broken.forEach((name, value) -> {
            if (!value.equals("")) {
                entry.put(name, value);
            }
        });
        issuer.publish(entry, entry(first, ISSUER));

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
        assertThat(keys.find(OWN, "second")).isInstanceOf(KeyLookup.Unknown.class);
    }

    static List<Map<String, Object>> survivesAKeyThatIsNone() {
        return List.of(
                Map.of("n", ""),
                Map.of("e", ""),
                Map.of("n", 7),
                Map.of("e", List.of()),
                Map.of("n", "!!!"),
                Map.of("e", "AA"),
                Map.of("kid", 7),
                Map.of("kid", " "),
                Map.of("kty", "EC"),
                Map.of("use", ""),
                Map.of("issuer", 7),
                Map.of("issuer", " "),
                Map.of("use", "enc"),
                Map.of("use", List.of("sig")),
                Map.of("alg", "RS512"),
                Map.of("alg", "PS256"),
                Map.of("alg", List.of("RS256")),
                Map.of("key_ops", List.of("sign")),
                Map.of("key_ops", List.of()),
                Map.of("key_ops", "verify"),
                Map.of("cloud_instance_name", "microsoftonline.us"),
                Map.of("cloud_instance_name", "MICROSOFTONLINE.COM"),
                Map.of("cloud_instance_name", " "),
                Map.of("cloud_instance_name", 7),
                Map.of("n", number(BigInteger.TWO.pow(2_046).add(BigInteger.ONE))),
                Map.of("n", number(BigInteger.TWO.pow(2_047))),
                Map.of("n", number(BigInteger.TWO.pow(4_096).add(BigInteger.ONE))),
                Map.of("n", number(BigInteger.TWO.pow(100_000).add(BigInteger.ONE))),
                Map.of("n", number(BigInteger.ONE)),
                Map.of("e", number(BigInteger.ZERO)),
                Map.of("e", number(BigInteger.ONE)),
                Map.of("e", number(BigInteger.TWO)),
                Map.of("e", number(BigInteger.valueOf(65_536))),
                Map.of("e", number(BigInteger.TWO.pow(32).add(BigInteger.ONE))),
                Map.of("e", number(BigInteger.TWO.pow(2_000).add(BigInteger.ONE))),
                Map.of("e", "AQAB="),
                Map.of("e", "AQAC "));
    }

    @ParameterizedTest
    @MethodSource
    void takesAKeyWhoseOwnWordsFit(Map<String, Object> said) {
        Map<String, Object> entry = entry(first, ISSUER);
        entry.putAll(said);
        issuer.publish(entry);

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
    }

    static List<Map<String, Object>> takesAKeyWhoseOwnWordsFit() {
        return List.of(
                Map.of("alg", "RS256"),
                Map.of("key_ops", List.of("verify")),
                Map.of("key_ops", List.of("verify", "sign")),
                Map.of("cloud_instance_name", CLOUD),
                Map.of("x5c", "nonsense", "new", 7),
                Map.of("n", number(BigInteger.TWO.pow(2_047).add(BigInteger.ONE))),
                Map.of("n", number(BigInteger.TWO.pow(4_096).subtract(BigInteger.ONE))),
                Map.of("e", number(BigInteger.valueOf(3))),
                Map.of("e", number(BigInteger.TWO.pow(32).subtract(BigInteger.ONE))));
    }

    @Test
    void asksNoCloudOfAKeyWhereTheMetadataNamesNone() {
        Map<String, Object> entry = entry(first, ISSUER);
        entry.put("cloud_instance_name", "microsoftonline.us");
        issuer.publish(entry);
        issuer.discovery = Map.of("issuer", ISSUER, "jwks_uri", KEYS.toString());

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{}",
                "<html>",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[null,7,\"x\",[],{}]}",
                "{\"keys\":[SOUND],\"keys\":[SOUND]}",
                "{\"keys\":[SOUND],\"\\u006beys\":[]}",
                "{\"keys\":[SOUND]}{}",
                "{\"keys\":[SOUND,]}",
                "{\"issuer\":null,\"jwks_uri\":null,\"keys\":null}",
                "{\"issuer\":\"\",\"jwks_uri\":\"https://login.example/keys\"}",
                "{\"issuer\":[\"" + ISSUER + "\"],\"jwks_uri\":\"https://login.example/keys\"}",
                "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"https://login.example/keys\",\"cloud_instance_name\":7}",
                "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"https:\"}",
                "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"mailto:keys@login.example\"}",
                "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"/keys\"}",
            })
    void saysUnreachableForDocumentsThatAreNone(String document) {
        byte[] odd = document.replace("SOUND", JSONObjectUtils.toJSONString(entry(first, ISSUER)))
                .getBytes(StandardCharsets.UTF_8);
        issuer.publish(entry(first, ISSUER));
        for (boolean metadata : List.of(true, false)) {
            issuer.odd = address -> isMetadata(address) == metadata ? odd : null;

            assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unreachable.class);
            assertThat(notices).isNotEmpty().last().asString().startsWith("keys could not be read from ");
            clock.move(FetchPauses.LONGEST_AFTER_FAILURE);
        }
    }

    @Test
    void saysUnreachableWhateverTheFetcherThrows() {
        issuer.odd = address -> {
            throw new IllegalStateException("an unrelated error");
        };

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unreachable.class);
    }

    private static boolean isMetadata(URI address) {
        return address.getPath().endsWith("openid-configuration");
    }

    private static String number(BigInteger number) {
        return Base64URL.encode(BigIntegerUtils.toBytesUnsigned(number)).toString();
    }

    @Test
    void refusesADuplicateKid() {
        Map<String, Object> twin = entry(second, ISSUER);
        twin.put("kid", "first");
        issuer.publish(entry(first, ISSUER), twin, entry(second, ISSUER));

        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(keys.find(OWN, "second")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void refusesMetadataThatPointsElsewhereOrSpeaksForAnotherTenant() {
        issuer.publish(entry(first, ISSUER));
        for (Map<String, Object> discovery : List.<Map<String, Object>>of(
                Map.of("issuer", ISSUER, "jwks_uri", "https://evil.example/keys"),
                Map.of("issuer", ISSUER, "jwks_uri", "http://login.example/keys"),
                Map.of("issuer", ISSUER, "jwks_uri", "https://login.example.evil/keys"),
                Map.of("issuer", ISSUER, "jwks_uri", "not an address"),
                Map.of("issuer", "https://login.example/other/v2.0", "jwks_uri", KEYS.toString()),
                Map.of("jwks_uri", KEYS.toString()),
                Map.of("issuer", ISSUER))) {
            issuer.discovery = discovery;
            assertThat(keys.find(OWN, "first")).as("%s", discovery).isInstanceOf(KeyLookup.Unreachable.class);
            clock.move(FetchPauses.LONGEST_AFTER_FAILURE);
        }
    }

    @Test
    void keepsTheKeysOfTwoIssuersApart() {
        DiscoveryUrl other = new DiscoveryUrl(
                URI.create("https://login.example/" + TENANT + "/.well-known/openid-configuration"), TENANT);
        issuer.publish(entry(first, ISSUER));
        keys.find(OWN, "first");
        issuer.publish(entry(second, ISSUER));

        assertThat(keys.find(other, "second")).isInstanceOf(KeyLookup.Found.class);
        assertThat(keys.find(other, "first")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(keys.find(OWN, "first")).isInstanceOf(KeyLookup.Found.class);
    }

    private void runBackground() {
        List<Runnable> due = List.copyOf(background);
        background.clear();
        due.forEach(Runnable::run);
    }

    private static Map<String, Object> entry(RSAKey key, String issuer) {
        Map<String, Object> entry = key.toPublicJWK().toJSONObject();
        entry.put("issuer", issuer);
        return entry;
    }

    /** Publishes discovery and keys, counts complete reads, and can fail. */
    private static final class FakeIssuer implements DocumentFetcher {
        private volatile Map<String, Object> discovery =
                Map.of("issuer", ISSUER, "jwks_uri", KEYS.toString(), "cloud_instance_name", CLOUD);
        private volatile Function<URI, byte[]> odd = address -> null;
        private volatile Map<String, Object> published = Map.of();
        private volatile boolean down;
        private volatile Duration slow = Duration.ZERO;
        private final AtomicInteger fetches = new AtomicInteger();

        @SafeVarargs
        final void publish(Map<String, Object>... entries) {
            published = Map.of("keys", List.of(entries));
            down = false;
        }

        void fail() {
            down = true;
        }

        int fetches() {
            return fetches.get();
        }

        @Override
        public byte[] read(URI address) throws IOException {
            boolean metadata = isMetadata(address);
            if (metadata) {
                fetches.incrementAndGet();
            }
            try {
                if (!slow.isZero()) {
                    Thread.sleep(slow.toMillis());
                }
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            if (down) {
                throw new IOException("down for maintenance");
            }
            byte[] instead = odd.apply(address);
            if (instead != null) {
                return instead;
            }
            return JSONObjectUtils.toJSONString(metadata ? discovery : published)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
