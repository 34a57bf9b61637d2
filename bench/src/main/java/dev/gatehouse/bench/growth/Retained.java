package dev.gatehouse.bench.growth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.token.BenchVerifier;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The size of full caches: the heap after a collection, minus the heap before. */
final class Retained {
    private static final int COLLECTIONS = 3;
    /** Nearly the longest key document that is read, 256 KB. */
    private static final int KEYS = 580;

    private Retained() {}

    static void print(BenchEntra entra) {
        byte[] document = longKeySet(entra);
        keys(new BenchEntra(entra.publicKey(), List.of(), entra.tampered()), new byte[0]); // loads the classes
        long before = used();
        Object keys = keys(entra, document);
        new Figure(Figure.Kind.RETAINED_KEYS, KEYS, used() - before, 0).print();
        Reference.reachabilityFence(keys);

        Verifier verifier = BenchVerifier.of(entra).verifier();
        verifier.verify(entra.token());
        before = used();
        entra.tokens().forEach(verifier::verify);
        new Figure(Figure.Kind.RETAINED_TOKENS, entra.tokens().size(), used() - before, 0).print();
        Reference.reachabilityFence(verifier);
        Reference.reachabilityFence(document);
    }

    /** Of both token versions. */
    private static IssuerKeys keys(BenchEntra entra, byte[] document) {
        TokenPolicy policy = new TokenPolicy(
                Set.of(TokenVersion.values()),
                Set.of(BenchEntra.TENANT),
                new TokenPolicy.Audience(BenchEntra.AUDIENCE, Set.of()),
                new TokenPolicy.AllowList(Set.of(BenchEntra.CLIENT), Optional.empty()));
        IssuerKeys keys = new IssuerKeys(
                address -> isKeySet(address) && document.length > 0 ? document.clone() : entra.document(address),
                Clock.systemUTC(),
                Runnable::run,
                notice -> {
                    throw new IllegalStateException(notice);
                });
        if (!keys.areReady(new TrustedIssuers(BenchEntra.LOGIN, policy).all())) {
            throw new IllegalStateException("the keys were not read");
        }
        return keys;
    }

    private static boolean isKeySet(URI address) {
        return address.getPath().endsWith("/keys");
    }

    private static byte[] longKeySet(BenchEntra entra) {
        List<JWK> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(new RSAKey.Builder(entra.publicKey()).keyID("key-" + i).build());
        }
        return new JWKSet(keys).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
