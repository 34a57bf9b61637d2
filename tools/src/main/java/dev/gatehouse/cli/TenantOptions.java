package dev.gatehouse.cli;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.doctor.probe.ProbedIssuer;
import dev.gatehouse.doctor.web.Web;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The tenant whose tokens the API accepts: from an option, or from a valid token. The host is never taken from a token. */
final class TenantOptions {
    @Option(names = "--tenant", paramLabel = "ID", description = "Tenant id (default: the tenant of the valid token).")
    private @Nullable String id;

    @Option(
            names = "--cloud",
            defaultValue = "public",
            converter = CloudWords.class,
            description = "Cloud of the login service: public (default), us-government or china.")
    private Cloud cloud = Cloud.PUBLIC;

    /** Empty when neither is given. */
    Optional<ProbedIssuer> issuer(Optional<String> token, Contract contract, Web web) {
        Optional<Claims> claims = token.map(SignedToken::read)
                .flatMap(reading -> reading instanceof TokenReading.Readable readable
                        ? Optional.of(readable.token().claims())
                        : Optional.empty());
        String version = claims.flatMap(said -> said.text("ver"))
                .orElse(contract.tokenVersions().get(0));
        return named().or(() -> claims.flatMap(said -> said.text("tid")).filter(Guid::matches))
                .map(tenant -> new ProbedIssuer(new Tenant(tenant, cloud), version.equals("1.0") ? 1 : 2, token, web));
    }

    /** @throws UserInputException when it is not a GUID */
    Optional<String> named() {
        if (id != null && !Guid.matches(id)) {
            throw new UserInputException("--tenant must be the tenant id (a GUID), not the tenant name");
        }
        return Optional.ofNullable(id);
    }

    Tenant of(String tenant) {
        return new Tenant(tenant, cloud);
    }

    private static final class CloudWords extends KebabCaseEnumConverter<Cloud> {
        CloudWords() {
            super(Cloud.class);
        }
    }
}
