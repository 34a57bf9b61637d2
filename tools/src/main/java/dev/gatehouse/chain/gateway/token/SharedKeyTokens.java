package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.jose.Base64Url;
import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenUnderCheck;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tokens that are signed with a secret in the policy. */
record SharedKeyTokens(List<InlineKeys.Key<SharedSecret>> keys, Optional<Set<String>> issuers) {
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

    /** A token that says it is signed with HS256; its claims are unverified. */
    record Token(String keyId, Map<String, Object> claims, byte[] signed, byte[] signature) {}

    /** Reads such a token; empty for any other token, because a secret must not sign it. */
    static Optional<Token> read(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (compact.length() > SignedToken.MAX_LENGTH || parts.length != 3) {
            return Optional.empty();
        }
        try {
            Map<String, Object> header = JsonObjects.read(Base64Url.decode(parts[0]));
            Token token = new Token(
                    header.get("kid") instanceof String kid ? kid : "",
                    JsonObjects.read(Base64Url.decode(parts[1])),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    Base64Url.decode(parts[2]));
            return Optional.of(token).filter(read -> isPlain(header));
        } catch (IllegalArgumentException | ParseException another) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(Map<String, Object> header) {
        return "HS256".equals(header.get("alg"))
                && (!header.containsKey("typ")
                        || header.get("typ") instanceof String typ && TYPES.contains(typ.toLowerCase(Locale.ROOT)))
                && Collections.disjoint(header.keySet(), Set.of("crit", "b64"));
    }

    TokenSigners.Presented check(Token token) {
        return new TokenSigners.Presented.Token(
                TokenUnderCheck.of(Claims.of(token.claims()), token.keyId(), signature(token), issuers));
    }

    private Outcome signature(Token token) {
        List<SharedSecret> candidates = InlineKeys.candidates(keys, token.keyId());
        if (candidates.isEmpty()) {
            return new Outcome.NotSigned(
                    CheckResult.refused(Reason.KEY_UNKNOWN, "the kid of a key in the policy", token.keyId()));
        }
        return candidates.stream().anyMatch(secret -> secret.hasSigned(token))
                ? new Outcome.Signed(issuers)
                : new Outcome.NotSigned(CheckResult.refused(
                        Reason.SIGNATURE_INVALID, "a signature by a key in the policy", "a different signature"));
    }
}
