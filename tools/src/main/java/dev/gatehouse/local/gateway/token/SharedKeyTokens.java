package dev.gatehouse.local.gateway.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.token.SignedToken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tokens that are signed with a secret of the policy. */
record SharedKeyTokens(List<InlineKeys.Key<SharedSecret>> keys, Optional<List<String>> issuers) {
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** Reads a token that says it is signed with HS256; empty for any other, which no secret may vouch for. */
    static Optional<JWSObject> read(String compact) {
        if (compact.length() > SignedToken.MAX_LENGTH
                || !COMPACT.matcher(compact).matches()) {
            return Optional.empty();
        }
        try {
            JWSObject token = JWSObject.parse(compact);
            return Optional.of(token)
                    .filter(read -> isPlain(read.getHeader())
                            && Arrays.stream(read.getParsedParts()).allMatch(SharedKeyTokens::isSpelledOnce))
                    .filter(read -> isUtf8(read.getPayload().toBytes()));
        } catch (ParseException another) {
            return Optional.empty();
        }
    }

    /** The bits to spare of a part's last character are zero (RFC 4648 §3.5). */
    private static boolean isSpelledOnce(Base64URL part) {
        return Base64URL.encode(part.decode()).equals(part);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // which reports what is none
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    private static boolean isPlain(JWSHeader header) {
        JOSEObjectType type = header.getType();
        boolean known = type == null || type.equals(JOSEObjectType.JWT) || type.equals(new JOSEObjectType("at+jwt"));
        return known && header.getAlgorithm().equals(JWSAlgorithm.HS256) && header.getCriticalParams() == null;
    }

    TokenCheck check(JWSObject token) {
        String keyId = Optional.ofNullable(token.getHeader().getKeyID()).orElse("");
        List<SharedSecret> candidates = InlineKeys.candidates(keys, keyId);
        if (candidates.isEmpty()) {
            return refused(TokenReason.TOKEN_SIGNATURE_KEY_NOT_FOUND, "a kid of the policy's keys", keyId);
        }
        if (candidates.stream().noneMatch(secret -> secret.hasSigned(token))) {
            return refused(TokenReason.TOKEN_SIGNATURE_INVALID, "a signature by a key of the policy", "another");
        }
        Map<String, Object> claims = token.getPayload().toJSONObject();
        return claims == null
                ? refused(TokenReason.JWT_INVALID, "a JSON object", "something else")
                : new TokenCheck.Genuine(claims, issuers);
    }

    private static TokenCheck refused(TokenReason reason, String expected, String actual) {
        return new TokenCheck.Refused(new TokenFault(reason, expected, actual));
    }
}
