package dev.gatehouse.chain.entra;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds tokens with Entra's header and signature. */
record Mint(SigningKeys keys) {

    /** A draft with the header Entra uses for tokens of this version: only version 1 names {@code x5t}. */
    TokenDraft draft(Map<String, Object> claims) {
        EntraSigningKey key = keys.active();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("alg", "RS256");
        if ("1.0".equals(claims.get("ver"))) {
            header.put("x5t", key.kid());
        }
        header.put("kid", key.kid());
        return new TokenDraft(header, claims, key.signer());
    }
}
