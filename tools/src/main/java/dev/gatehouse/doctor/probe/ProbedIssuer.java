package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.doctor.web.Web;
import java.util.Optional;

/**
 * Where tokens come from.
 *
 * @param version of the API's tokens: each has its own issuer
 * @param token a good one, whose key must be among the issuer's; empty for any key
 */
public record ProbedIssuer(Tenant tenant, int version, Optional<String> token, Web web) {
    @Override
    public String toString() {
        return tenant.issuer(version);
    }
}
