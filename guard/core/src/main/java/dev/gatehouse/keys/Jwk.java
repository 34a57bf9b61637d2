package dev.gatehouse.keys;

import dev.gatehouse.jose.Base64Url;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a key set (RFC 7517 §4, RFC 7518 §6.3.1) as Entra writes it: RSA, for signatures, with a kid and perhaps an issuer,
 * without an alg. What it says of its use must fit where it says it.
 */
record Jwk(String id, KeySet.Key key) {
    private static final int MIN_BITS = 2_048;
    private static final int MAX_BITS = 4_096; // more cost every call, and providers differ
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(3); // RFC 8017 §3.1: odd, from 3 on
    private static final int MAX_EXPONENT_BITS = 32; // as far as BoringSSL takes them

    /**
     * @param cloud that the metadata names; empty where it names none
     * @throws ParseException saying why the key cannot be used
     */
    static Jwk read(Object entry, Optional<String> cloud) throws ParseException {
        if (!(entry instanceof Map<?, ?> fields)) {
            throw new ParseException("it is not a JSON object", 0);
        }
        if (!(fields.get("kid") instanceof String id) || id.isBlank()) {
            throw new ParseException("it has no kid", 0);
        }
        String fault = fault(fields, cloud);
        if (!fault.isEmpty()) {
            throw new ParseException(id + " " + fault, 0);
        }
        Optional<String> issuer = Optional.ofNullable((String) fields.get("issuer"));
        return new Jwk(id, new KeySet.Key(publicKey(id, fields), issuer));
    }

    /** Why the key is not meant for checking RS256 signatures of this cloud; empty when it is. */
    private static String fault(Map<?, ?> fields, Optional<String> cloud) {
        if (!"RSA".equals(fields.get("kty")) || !"sig".equals(fields.get("use"))) {
            return "is not an RSA key for signatures";
        }
        if (fields.containsKey("alg") && !"RS256".equals(fields.get("alg"))) {
            return "has an alg other than RS256";
        }
        if (fields.containsKey("key_ops")
                && !(fields.get("key_ops") instanceof List<?> uses && uses.contains("verify"))) {
            return "has key_ops without verify";
        }
        if (fields.containsKey("issuer") && !(fields.get("issuer") instanceof String issuer && !issuer.isBlank())) {
            return "has an issuer that is not text, or empty";
        }
        boolean isOfThisCloud = !fields.containsKey("cloud_instance_name")
                || cloud.isEmpty()
                || cloud.get().equals(fields.get("cloud_instance_name"));
        return isOfThisCloud ? "" : "is of another cloud than its metadata";
    }

    /** Only numbers that the JDK and Conscrypt treat alike. */
    private static RSAPublicKey publicKey(String id, Map<?, ?> fields) throws ParseException {
        BigInteger modulus = number(id, fields.get("n"));
        BigInteger exponent = number(id, fields.get("e"));
        if (modulus.bitLength() < MIN_BITS || modulus.bitLength() > MAX_BITS || !modulus.testBit(0)) {
            throw new ParseException(
                    id + " has a modulus that is even or not of " + MIN_BITS + " to " + MAX_BITS + " bits", 0);
        }
        if (exponent.compareTo(MIN_EXPONENT) < 0 || exponent.bitLength() > MAX_EXPONENT_BITS || !exponent.testBit(0)) {
            throw new ParseException(
                    id + " has an exponent that is even, below 3 or longer than " + MAX_EXPONENT_BITS + " bits", 0);
        }
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException unusable) {
            throw new ParseException(id + " is not a usable RSA key", 0);
        }
    }

    private static BigInteger number(String id, @Nullable Object field) throws ParseException {
        try {
            return new BigInteger(1, Base64Url.decode(field instanceof String text ? text : "="));
        } catch (IllegalArgumentException notBase64Url) {
            throw new ParseException(id + " has a modulus or an exponent that is not base64url", 0);
        }
    }
}
