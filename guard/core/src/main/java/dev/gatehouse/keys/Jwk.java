package dev.gatehouse.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One entry of a key set (RFC 7517 §4) as Entra writes it: RSA, for signatures, with a kid and perhaps an issuer, without an alg. */
record Jwk(String id, KeySet.Key key) {
    private static final int MIN_BITS = 2_048;

    /** @throws ParseException saying why the key cannot be used */
    static Jwk read(Object entry) throws ParseException {
        if (!(entry instanceof Map<?, ?> fields)) {
            throw new ParseException("it is not a JSON object", 0);
        }
        if (!(fields.get("kid") instanceof String id) || id.isBlank()) {
            throw new ParseException("it has no kid", 0);
        }
        if (!"RSA".equals(fields.get("kty")) || !"sig".equals(fields.get("use"))) {
            throw new ParseException(id + " is not an RSA key for signatures", 0);
        }
        Object issuer = fields.get("issuer");
        if (issuer != null && !(issuer instanceof String)) {
            throw new ParseException(id + " has an issuer that is not text", 0);
        }
        return new Jwk(id, new KeySet.Key(publicKey(id, fields), Optional.ofNullable((String) issuer)));
    }

    private static RSAPublicKey publicKey(String id, Map<?, ?> fields) throws ParseException {
        Map<String, Object> bare = new LinkedHashMap<>();
        bare.put("kty", "RSA");
        bare.put("n", fields.get("n"));
        bare.put("e", fields.get("e"));
        try {
            RSAPublicKey key = RSAKey.parse(bare).toRSAPublicKey();
            if (key.getModulus().bitLength() < MIN_BITS) {
                throw new ParseException(id + " has fewer than " + MIN_BITS + " bits", 0);
            }
            return key;
        } catch (JOSEException | IllegalArgumentException unusable) {
            throw new ParseException(id + " is not a usable RSA key", 0);
        }
    }
}
