package dev.gatehouse.local.gateway.token;

import com.nimbusds.jose.JWSObject;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which tokens are signed by the issuers and keys of a {@code validate-jwt} policy. */
public final class JwtSigners {
    private final Signatures signatures;
    private final List<DiscoveryUrl> metadata;
    private final InlineKeys keys;
    private final List<String> issuers;

    JwtSigners(Signatures signatures, List<DiscoveryUrl> metadata, InlineKeys keys, List<String> issuers) {
        this.signatures = signatures;
        this.metadata = List.copyOf(metadata);
        this.keys = keys;
        this.issuers = List.copyOf(issuers);
    }

    public TokenCheck check(String compact) {
        Optional<JWSObject> withSecret = keys.shared().isEmpty() ? Optional.empty() : SharedKeyTokens.read(compact);
        if (withSecret.isPresent()) {
            return new SharedKeyTokens(keys.shared(), listed()).check(withSecret.get());
        }
        TokenReading reading = SignedToken.read(compact);
        return reading instanceof TokenReading.Readable readable
                ? check(readable.token())
                : new TokenCheck.Refused(TokenFault.of(((TokenReading.Unreadable) reading).violation()));
    }

    private TokenCheck check(SignedToken token) {
        List<RSAPublicKey> candidates = InlineKeys.candidates(keys.rsa(), token.keyId());
        if (candidates.stream().anyMatch(token::isSignedBy)) {
            return new TokenCheck.Genuine(token.claims().asMap(), listed());
        }
        List<Outcome> outcomes =
                metadata.stream().map(each -> signatures.check(token, each)).toList();
        List<String> vouched = outcomes.stream()
                .filter(Outcome.Signed.class::isInstance)
                .map(outcome -> ((Outcome.Signed) outcome).issuer())
                .toList();
        return vouched.isEmpty()
                ? new TokenCheck.Refused(fault(outcomes, candidates))
                : new TokenCheck.Genuine(
                        token.claims().asMap(),
                        Optional.of(Stream.concat(vouched.stream(), issuers.stream())
                                .toList()));
    }

    /** Without a list, a key that stands in the policy vouches for any issuer. */
    private Optional<List<String>> listed() {
        return Optional.of(issuers).filter(list -> !list.isEmpty());
    }

    /** Of several reasons the one that came furthest: a wrong signature before an unknown key. */
    private static TokenFault fault(List<Outcome> outcomes, List<RSAPublicKey> candidates) {
        List<TokenFault> faults = new ArrayList<>();
        outcomes.forEach(outcome -> faults.add(TokenFault.of(EntraTokens.violation(outcome))));
        faults.add(
                candidates.isEmpty()
                        ? new TokenFault(TokenReason.TOKEN_SIGNATURE_KEY_NOT_FOUND, "a kid of the keys", "another")
                        : new TokenFault(TokenReason.TOKEN_SIGNATURE_INVALID, "a signature by the key", "another"));
        return faults.stream().max(Comparator.comparing(TokenFault::reason)).orElseThrow();
    }
}
