package dev.gatehouse.doctor.token;

import dev.gatehouse.redaction.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A token's claims in the form and order in which they are shown: those that decide first. */
final class ShownClaims {
    private static final int MOST = 80;
    private static final List<String> FIRST = List.of(
            "ver", "iss", "aud", "tid", "azp", "appid", "oid", "sub", "idtyp", "roles", "scp", "iat", "nbf", "exp");

    private ShownClaims() {}

    static Map<String, Object> of(UnverifiedJwt token) {
        Map<String, Object> shown = new LinkedHashMap<>();
        FIRST.stream().filter(token::has).forEach(name -> shown.put(name, "")); // their places
        token.claims().entrySet().stream()
                .filter(claim -> shown.containsKey(claim.getKey()) || shown.size() < MOST)
                .forEach(claim -> shown.put(
                        FIRST.contains(claim.getKey()) ? claim.getKey() : Redaction.of(claim.getKey()),
                        ClaimGuide.shown(claim.getKey(), claim.getValue())));
        return shown;
    }
}
