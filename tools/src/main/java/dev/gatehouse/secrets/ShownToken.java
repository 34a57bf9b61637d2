package dev.gatehouse.secrets;

import dev.gatehouse.jwt.UnverifiedJwt;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A token in a form that may be shown: its header and claims, unverified; never the signature or personal data. */
public final class ShownToken {
    private static final int MOST = 80;
    private static final List<String> HEADER = List.of("typ", "alg", "kid");
    /** The claims that decide on access. */
    private static final List<String> FIRST = List.of(
            "ver", "iss", "aud", "tid", "azp", "appid", "oid", "sub", "idtyp", "roles", "scp", "iat", "nbf", "exp");

    private static final String PERSONAL_LEFT_OUT = "[personal data, not shown]";
    /** Claims about a person; the shown text may be shared. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "given_name",
            "family_name",
            "email",
            "upn",
            "unique_name",
            "preferred_username",
            "ipaddr",
            "onprem_sid",
            "phone_number",
            "verified_primary_email",
            "verified_secondary_email",
            "home_oid",
            "puid",
            "altsecid",
            "login_hint");

    private ShownToken() {}

    /** Its header and claims; if it is not a signed JWT, only that statement. */
    public static Map<String, Object> details(String compact) {
        Optional<UnverifiedJwt> token = UnverifiedJwt.whole(compact);
        if (token.isEmpty()) {
            return Map.of("token", "not a signed JWT");
        }
        Map<String, Object> header = new LinkedHashMap<>(token.get().header());
        header.keySet().retainAll(HEADER);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("header", Redactor.TRACE.map(header));
        details.put("claims", claims(token.get()));
        return details;
    }

    /** At most 80 claims, the deciding ones first. */
    public static Map<String, Object> claims(UnverifiedJwt token) {
        Map<String, Object> shown = new LinkedHashMap<>();
        FIRST.stream().filter(token::has).forEach(name -> shown.put(name, "")); // their places
        token.claims().entrySet().stream()
                .filter(claim -> shown.containsKey(claim.getKey()) || shown.size() < MOST)
                .forEach(claim -> shown.put(
                        FIRST.contains(claim.getKey()) ? claim.getKey() : Redactor.LOG.text(claim.getKey()),
                        PERSONAL.contains(claim.getKey())
                                ? PERSONAL_LEFT_OUT
                                : Redactor.TRACE.value(claim.getValue())));
        return shown;
    }

    /** The claims on one line, to replace the token; empty if it cannot be read. */
    static Optional<String> words(String token) {
        Map<String, Object> claims = claims(UnverifiedJwt.of(token));
        return claims.isEmpty()
                ? Optional.empty()
                : Optional.of(claims.entrySet().stream()
                        .map(claim -> claim.getKey() + " " + text(claim.getValue()))
                        .collect(Collectors.joining(", ", "[token with ", "]")));
    }

    /** A claim's value on one line. */
    public static String text(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(ShownToken::text).collect(Collectors.joining(" "))
                : String.valueOf(value);
    }
}
