package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Jwt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims of a token that decide on access, for an operator. */
final class DecidingClaims {
    private static final List<String> NAMES = List.of("azp", "appid", "oid", "roles", "scp");

    private DecidingClaims() {}

    /** The deciding claims of a token, by name. */
    static Map<String, String> of(Jwt jwt) {
        Map<String, String> claims = new LinkedHashMap<>();
        NAMES.forEach(name -> jwt.claims().joined(name).ifPresent(value -> claims.put(name, value)));
        return claims;
    }
}
