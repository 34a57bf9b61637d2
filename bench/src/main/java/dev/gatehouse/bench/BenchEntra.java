package dev.gatehouse.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.conscrypt.Conscrypt;

/**
 * A tenant of Entra that consists only of documents: its key set, and distinct version 2 tokens of one application, all
 * signed with one key. Created once per run and kept in a file, because signing takes 7 ms each with the worker's flags.
 *
 * @param tampered invalid tokens, by their fault
 * @param tokens more than any cache holds, so that each token is a new one when they are used in turn
 */
public record BenchEntra(RSAKey publicKey, List<String> tokens, Map<String, String> tampered) {
    public static final String TENANT = "11111111-2222-4333-8444-555555555555";
    public static final String AUDIENCE = "aaaaaaaa-0000-4000-8000-000000000001";
    public static final String CLIENT = "cccccccc-0000-4000-8000-000000000001";
    public static final String LOGIN = "https://login.microsoftonline.com";
    public static final String ISSUER = LOGIN + "/" + TENANT + "/v2.0";

    private static final Path FILE = Path.of("target/bench/tokens.txt");
    private static final int TOKENS = 15_000;
    private static final Provider NATIVE = Conscrypt.newProvider();
    private static final Duration VALID = Duration.ofHours(12);

    /** Creates the file. */
    static void prepare() throws IOException {
        RSAKey key = key("the-key-of-the-benchmark-tenant");
        List<String> lines = new ArrayList<>();
        lines.add(key.toPublicJWK().toJSONString());
        lines.add(JSONObjectUtils.toJSONString(tampered(key)));
        IntStream.range(0, TOKENS)
                .parallel()
                .mapToObj(number -> sign(claims(number), key))
                .forEachOrdered(lines::add);
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.write(FILE, lines);
    }

    /** Reads the file. */
    public static BenchEntra read() {
        try {
            List<String> lines = Files.readAllLines(FILE);
            Map<String, String> tampered = new LinkedHashMap<>();
            JSONObjectUtils.parse(lines.get(1)).forEach((how, token) -> tampered.put(how, token.toString()));
            return new BenchEntra(RSAKey.parse(lines.get(0)), List.copyOf(lines.subList(2, lines.size())), tampered);
        } catch (IOException | ParseException unreadable) {
            throw new IllegalStateException(FILE + " cannot be read", unreadable);
        }
    }

    public String token() {
        return tokens.get(0);
    }

    /** The same token under a kid that the tenant does not publish. */
    public String tokenOfUnknownKey() {
        return sign(claims(0), key("nobody-publishes-this-key"));
    }

    public RSAPublicKey rsa() {
        try {
            return publicKey.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the benchmark's own key", impossible);
        }
    }

    /** The tenant's documents, by address. */
    public byte[] document(URI address) {
        String path = address.getPath();
        String text = path.endsWith("/keys")
                ? new JWKSet(publicKey).toString()
                : path.contains("/v2.0/")
                        ? metadata(ISSUER, "/discovery/v2.0/keys")
                        : metadata("https://sts.windows.net/" + TENANT + "/", "/discovery/keys");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String metadata(String issuer, String keys) {
        return JSONObjectUtils.toJSONString(Map.of("issuer", issuer, "jwks_uri", LOGIN + "/" + TENANT + keys));
    }

    /** The claims that Entra puts into a version 2 token of an application. */
    private static Map<String, Object> claims(int number) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", AUDIENCE);
        claims.put("iss", ISSUER);
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + VALID.toSeconds());
        claims.put("aio", "ASQA2/8YAAAAn1kVdTVWvBIPjYGc0mXw5rS0Uu4Q0m5o2Qk8mVv0TnE=");
        claims.put("azp", CLIENT);
        claims.put("azpacr", "1");
        String caller = String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", number);
        claims.put("oid", caller);
        claims.put("rh", "1.AXQAMe_N-B6jSkuT5F9XHpElWqAAAAAAAAAAwAAAAAAAAAAAAAB0AA.");
        claims.put("roles", List.of("Accounts.Read"));
        claims.put("sub", caller);
        claims.put("tid", TENANT);
        claims.put("uti", "AbCdEfGhIjKlMnOp" + number);
        claims.put("ver", "2.0");
        claims.put("xms_ftd", "AFrG0Lq3YxJ1dQqRz0mWnXf7c2m4t8aBvC1eDhKpNsU");
        return claims;
    }

    private static Map<String, String> tampered(RSAKey key) {
        String good = sign(claims(0), key);
        return Map.of(
                "with another token's signature",
                        good.substring(0, good.lastIndexOf('.') + 1)
                                + sign(claims(1), key).replaceFirst(".*\\.", ""),
                "of another issuer", sign(changed("iss", ISSUER + "/"), key),
                "for another audience", sign(changed("aud", CLIENT), key),
                "that has expired", sign(changed("exp", 1_700_000_000L), key));
    }

    private static Map<String, Object> changed(String claim, Object value) {
        Map<String, Object> claims = claims(0);
        claims.put(claim, value);
        return claims;
    }

    private static String sign(Map<String, Object> claims, RSAKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            RSASSASigner signer = new RSASSASigner(key);
            signer.getJCAContext().setProvider(NATIVE); // twice as fast, for many signatures
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the benchmark's own key", impossible);
        }
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }
}
