package dev.gatehouse.chain.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.gatehouse.chain.gateway.token.EntraTokens;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A pretended tenant of Entra: its documents, its key, and whatever tokens a test wants. */
public final class TestTenant {
    public static final String ID = "11111111-2222-4333-8444-555555555555";
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    public static final String AUDIENCE = "aaaaaaaa-0000-4000-8000-000000000001";
    public static final String CLIENT = "cccccccc-0000-4000-8000-000000000001";
    public static final String V2_ISSUER = "https://login.microsoftonline.com/" + ID + "/v2.0";
    public static final String V1_ISSUER = "https://sts.windows.net/" + ID + "/";

    public static final RSAKey KEY = key("the-key");
    public static final RSAKey FOREIGN_KEY = key("the-key");
    public static final RSAKey UNKNOWN_KEY = key("unknown");

    private TestTenant() {}

    public static EntraTokens tokens(Clock clock) {
        return new EntraTokens(signatures(clock));
    }

    /** By the tenant's published key. */
    public static SignatureCheck signatures(Clock clock) {
        return new SignatureCheck(new IssuerKeys(TestTenant::read, clock, Runnable::run, notice -> {}));
    }

    public static EntraTokens unreachable(Clock clock) {
        return new EntraTokens(unreachableSignatures(clock));
    }

    /** Whose keys cannot be read. */
    public static SignatureCheck unreachableSignatures(Clock clock) {
        DocumentFetcher unreachable = address -> {
            throw new IOException("no connection");
        };
        return new SignatureCheck(new IssuerKeys(unreachable, clock, Runnable::run, notice -> {}));
    }

    /** An app's valid v2 token with the role Accounts.Read. */
    public static Map<String, Object> claims() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", V2_ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("ver", "2.0");
        claims.put("tid", ID);
        claims.put("azp", CLIENT);
        claims.put("oid", "00000000-0000-4000-8000-0000000000aa");
        claims.put("sub", "00000000-0000-4000-8000-0000000000aa");
        claims.put("roles", List.of("Accounts.Read"));
        claims.put("nbf", NOW.minusSeconds(60).getEpochSecond());
        claims.put("iat", NOW.minusSeconds(60).getEpochSecond());
        claims.put("exp", NOW.plusSeconds(3600).getEpochSecond());
        return claims;
    }

    public static String token(Consumer<Map<String, Object>> spoil) {
        Map<String, Object> claims = claims();
        spoil.accept(claims);
        return sign(claims, KEY);
    }

    public static String token() {
        return token(claims -> {});
    }

    public static String sign(Map<String, Object> claims, RSAKey key) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            JWSObject token = new JWSObject(header, new Payload(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] read(URI address) {
        String path = address.getPath();
        String text = path.endsWith("/keys")
                ? new JWKSet(KEY.toPublicJWK()).toString()
                : path.contains("/v2.0/")
                        ? metadata(V2_ISSUER, "discovery/v2.0/keys")
                        : metadata(V1_ISSUER, "discovery/keys");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String metadata(String issuer, String keys) {
        return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"https://login.microsoftonline.com/" + ID + "/" + keys
                + "\"}";
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
