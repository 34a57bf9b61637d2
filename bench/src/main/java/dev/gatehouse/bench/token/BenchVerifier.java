package dev.gatehouse.bench.token;

import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.Rs256Verifier;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verification;
import dev.gatehouse.token.Verifier;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;

/** Gatehouse's verifier as in the app, with the keys already read. */
public record BenchVerifier(BenchEntra entra, Verifier verifier, AtomicInteger documentsRead) {

    public static BenchVerifier of(BenchEntra entra) {
        Clock clock = Clock.systemUTC();
        TokenPolicy policy = new TokenPolicy(
                Set.of(TokenVersion.V2),
                Set.of(BenchEntra.TENANT),
                new TokenPolicy.Audience(BenchEntra.AUDIENCE, Set.of()),
                new TokenPolicy.AllowList(Set.of(BenchEntra.CLIENT), Optional.empty()));
        AtomicInteger documentsRead = new AtomicInteger();
        IssuerKeys keys = new IssuerKeys(
                address -> {
                    documentsRead.incrementAndGet();
                    return entra.document(address);
                },
                clock,
                Runnable::run,
                notice -> {
                    throw new IllegalStateException(notice);
                });
        Rs256Verifier signatures = new Rs256Verifier();
        String fault = signatures.adopt(Conscrypt::newProvider);
        if (!fault.isEmpty()) {
            throw new IllegalStateException(fault);
        }
        Verifier verifier = new Verifier(
                new TrustedIssuers(BenchEntra.LOGIN, policy), new SignatureCheck(keys, signatures), policy, clock);
        return new BenchVerifier(entra, verifier, documentsRead);
    }

    /** Uses more tokens in turn than the cache holds. */
    Supplier<Object> unseen() {
        List<String> tokens = entra.tokens();
        AtomicInteger next = new AtomicInteger();
        return () -> accepted(tokens.get(next.getAndIncrement() % tokens.size()));
    }

    Supplier<Object> seen() {
        return () -> accepted(entra.token());
    }

    Supplier<Object> unknownKey() {
        String token = entra.tokenOfUnknownKey();
        accepted(entra.token());
        refused(token); // reads the documents once more, because the key could be a new one
        int before = documentsRead.get();
        return () -> {
            if (documentsRead.get() != before) {
                throw new IllegalStateException("a hostile token made Gatehouse read a document");
            }
            return refused(token);
        };
    }

    private Object accepted(String token) {
        if (verifier.verify(token) instanceof Verification.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("the valid token was refused");
    }

    private Object refused(String token) {
        if (verifier.verify(token) instanceof Verification.Refused refused
                && refused.refusals().get(0).reason() == Reason.KEY_UNKNOWN) {
            return refused;
        }
        throw new IllegalStateException("a token with an unknown key was not refused as such");
    }
}
