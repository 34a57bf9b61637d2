package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.doctor.web.Web;
import java.util.Optional;

/**
 * The issuer of the tokens.
 *
 * @param version of the API's tokens: each version has a different issuer
 * @param token a valid token whose key must be one of the issuer's; empty to accept any key
 */
public record ProbedIssuer(Tenant tenant, int version, Optional<String> token, Web web) {
    @Override
    public String toString() {
        return tenant.issuer(version);
    }
}
