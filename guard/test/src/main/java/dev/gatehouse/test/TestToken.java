package dev.gatehouse.test;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.json.Json;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.token.TokenVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A valid access token for one caller, and the same token with one thing wrong. Every change makes a new one; it is signed when
 * {@link #compact} is called.
 */
public final class TestToken {
    private static final String OTHER_TENANT = "7e57ca11-0000-4000-8000-0000000000ff";
    private static final String OTHER_API = "7e57ca11-0000-4000-8000-0000000000fe";
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final Draft draft;
    private final SigningKey key;
    private final boolean isTampered;

    /**
     * What the token says.
     *
     * @param caller the effective one
     * @param changes by claim; empty where the claim is left out
     */
    record Draft(EntraClaims issuer, Caller caller, TokenVersion version, Map<String, Optional<Object>> changes) {
        Draft {
            changes = Map.copyOf(changes);
        }

        /** Who presents the token: the caller, or the gateway that calls on its behalf. */
        Caller presenter() {
            return caller.actor()
                    .map(gateway -> new Caller(
                            Caller.Kind.APP,
                            caller.tenant(),
                            gateway.objectId(),
                            gateway.client(),
                            Set.of(Contract.GATEWAY_ROLE),
                            Set.of(),
                            Optional.empty()))
                    .orElse(caller);
        }

        Map<String, Object> claims(Clock clock) {
            Map<String, Object> claims = issuer.of(presenter(), version, clock.instant());
            changes.forEach((name, value) ->
                    value.ifPresentOrElse(changed -> claims.put(name, changed), () -> claims.remove(name)));
            return claims;
        }
    }

    TestToken(Draft draft, SigningKey key, boolean isTampered) {
        this.draft = draft;
        this.key = key;
        this.isTampered = isTampered;
    }

    /** As Entra issues it for an API that asks for this version. */
    public TestToken inVersion(TokenVersion version) {
        return new TestToken(new Draft(draft.issuer(), draft.caller(), version, draft.changes()), key, isTampered);
    }

    /** It expired an hour ago: 401, {@code token-expired}. */
    public TestToken expired() {
        return with("exp", Clock.systemUTC().instant().minus(LONG_AGO).getEpochSecond());
    }

    /** It was issued for another API: 401, {@code audience-mismatch}. */
    public TestToken forAnotherAudience() {
        return with("aud", OTHER_API);
    }

    /** It names another issuer than the one whose key signed it: 401, {@code issuer-mismatch}. */
    public TestToken fromAnotherIssuer() {
        return with("iss", EntraClaims.issuer(draft.issuer().settings(), OTHER_TENANT, draft.version()));
    }

    /** It was changed after it was signed: 401, {@code signature-invalid}. */
    public TestToken tampered() {
        return new TestToken(draft, key, true);
    }

    /** It was signed with a key that the issuer does not publish: 401, {@code key-unknown}. */
    public TestToken signedByUnknownKey() {
        return new TestToken(draft, SigningKey.generate("unknown"), isTampered);
    }

    /** Any other claim, or another value: text, a number, a boolean, a list or a map. */
    public TestToken with(String claim, Object value) {
        return changed(claim, Optional.of(value));
    }

    public TestToken without(String claim) {
        return changed(claim, Optional.empty());
    }

    /** The signed token (RFC 7515 §3.1). */
    public String compact() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("alg", "RS256");
        if (draft.version() == TokenVersion.V1) {
            header.put("x5t", key.id());
        }
        header.put("kid", key.id());
        Map<String, Object> claims = draft.claims(Clock.systemUTC());
        String signed = part(header) + "." + part(claims);
        byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
        if (isTampered) {
            claims.put("uti", "changed after it was signed");
        }
        return part(header) + "." + part(claims) + "." + base64Url(signature);
    }

    /** The value of the {@code Authorization} header (RFC 6750 §2.1). */
    public String authorization() {
        return "Bearer " + compact();
    }

    /**
     * All headers that carry the caller: {@code Authorization}, and those in which a gateway says on whose behalf it calls. {@link
     * TestRequest#with(TestToken)} sends them.
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("authorization", authorization());
        Caller caller = draft.caller();
        if (caller.actor().isPresent()) {
            headers.put("x-gatehouse-caller-app", caller.client());
            headers.put("x-gatehouse-caller-oid", caller.objectId());
            headers.put("x-gatehouse-caller-roles", String.join(",", new TreeSet<>(caller.roles())));
            headers.put("x-gatehouse-caller-scopes", String.join(" ", new TreeSet<>(caller.scopes())));
        }
        return headers;
    }

    private TestToken changed(String claim, Optional<Object> value) {
        Map<String, Optional<Object>> changes = new LinkedHashMap<>(draft.changes());
        changes.put(claim, value);
        return new TestToken(new Draft(draft.issuer(), draft.caller(), draft.version(), changes), key, isTampered);
    }

    private static String part(Map<String, Object> content) {
        return base64Url(Json.write(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
