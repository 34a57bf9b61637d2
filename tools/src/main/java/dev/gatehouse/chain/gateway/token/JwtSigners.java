package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.security.interfaces.RSAPublicKey;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The issuers and keys of a {@code validate-jwt} policy. */
public final class JwtSigners implements TokenSigners {
    private final EntraTokens entra;
    private final List<DiscoveryUrl> metadata;
    private final InlineKeys keys;
    private final List<String> issuers;

    JwtSigners(EntraTokens entra, List<DiscoveryUrl> metadata, InlineKeys keys, List<String> issuers) {
        this.entra = entra;
        this.metadata = List.copyOf(metadata);
        this.keys = keys;
        this.issuers = List.copyOf(issuers);
    }

    @Override
    public Presented read(String compact) {
        Optional<SharedKeyTokens.Token> withSecret =
                keys.shared().isEmpty() ? Optional.empty() : SharedKeyTokens.read(compact);
        if (withSecret.isPresent()) {
            return new SharedKeyTokens(keys.shared(), listed()).check(withSecret.get());
        }
        TokenReading reading = SignedToken.read(compact);
        return reading instanceof TokenReading.Readable readable
                ? new Presented.Token(signed(readable.token()))
                : TokenSigners.unreadable((TokenReading.Unreadable) reading);
    }

    private TokenUnderCheck signed(SignedToken token) {
        List<RSAPublicKey> candidates = InlineKeys.candidates(keys.rsa(), token.keyId());
        if (candidates.stream().anyMatch(token::isSignedBy)) {
            return TokenUnderCheck.of(token, new Outcome.Signed(listed()), listed());
        }
        List<TokenUnderCheck> checked = metadata.stream()
                .map(each -> entra.signatures().checked(token, each, entra.documented()))
                .toList();
        List<TokenUnderCheck> signed =
                checked.stream().filter(TokenUnderCheck::isSigned).toList();
        Optional<Set<String>> all = withListed(signed.isEmpty() ? checked : signed);
        Outcome outcome = signed.isEmpty() ? fault(checked, candidates) : new Outcome.Signed(all);
        return TokenUnderCheck.of(token, outcome, all);
    }

    private Optional<Set<String>> withListed(List<TokenUnderCheck> checked) {
        Set<String> all = new HashSet<>(issuers);
        checked.forEach(each -> each.issuers().ifPresent(all::addAll));
        return Optional.of(all);
    }

    /** Without a list, a key in the policy itself may sign for any issuer. */
    private Optional<Set<String>> listed() {
        return Optional.of(issuers).filter(list -> !list.isEmpty()).map(Set::copyOf);
    }

    /** Of several faults the most specific: a wrong signature before an unknown key. Without keys of its own, the metadata decides. */
    private Outcome fault(List<TokenUnderCheck> checked, List<RSAPublicKey> candidates) {
        CheckResult ofKeys = candidates.isEmpty()
                ? CheckResult.refused(Reason.KEY_UNKNOWN, "the kid of a configured key", "a different kid")
                : CheckResult.refused(Reason.SIGNATURE_INVALID, "a signature by the key", "a different signature");
        Stream<Outcome> own =
                keys.areNone() && !checked.isEmpty() ? Stream.empty() : Stream.of(new Outcome.NotSigned(ofKeys));
        return Stream.concat(checked.stream().map(TokenUnderCheck::signature), own)
                .max(Comparator.comparing(
                        outcome -> outcome.fault().orElseThrow().reason()))
                .orElseThrow();
    }
}
