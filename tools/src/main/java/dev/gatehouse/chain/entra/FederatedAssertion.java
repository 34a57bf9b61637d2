package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.FederatedCredential;
import dev.gatehouse.token.Checks;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenUnderCheck;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A managed identity's token by which an application proves itself, as one of its federated identity credentials says
 * (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity). Tokens of other
 * issuers never match here: their keys are not reached from this machine.
 */
record FederatedAssertion(SignedToken token, IssuedTokens issued, Clock clock) {
    private static final String RESOURCE_ID_OF_AN_IDENTITY = "xms_mirid";

    EntraResult<AppRegistration> proves(AppRegistration application) {
        List<FederatedCredential> all = application.credentials().federated();
        if (all.isEmpty()) {
            return EntraError.FEDERATION_NONE.refuse(application.principal().displayName(), application.clientId());
        }
        List<FederatedCredential> ofIssuer = those(all, FederatedCredential::issuer, "iss");
        List<FederatedCredential> ofSubject = those(ofIssuer, FederatedCredential::subject, "sub");
        Checks<TokenUnderCheck> checks = AssertionChecks.ofFederation(
                values(all, FederatedCredential::issuer),
                values(ofIssuer, FederatedCredential::subject),
                audiences(ofSubject),
                clock);
        return AssertionChecks.refusal(checks, issued.underCheck(token))
                .map(refusal -> this.<AppRegistration>refused(refusal.error(), ofIssuer))
                .orElseGet(() -> token.claims().has(RESOURCE_ID_OF_AN_IDENTITY)
                        ? EntraResult.granted(application)
                        : EntraError.FEDERATION_NOT_AN_IDENTITY.refuse());
    }

    private List<FederatedCredential> those(
            List<FederatedCredential> all, Function<FederatedCredential, String> member, String claim) {
        String value = token.claims().text(claim).orElse("");
        return all.stream().filter(each -> member.apply(each).equals(value)).toList();
    }

    private static Set<String> values(List<FederatedCredential> all, Function<FederatedCredential, String> member) {
        return all.stream().map(member).collect(Collectors.toUnmodifiableSet());
    }

    /** A credential names the token exchange by its URI, a token of version 2 by its client id. */
    private Set<String> audiences(List<FederatedCredential> credentials) {
        return credentials.stream()
                .flatMap(each -> each.audiences().stream())
                .flatMap(each -> Stream.concat(
                        Stream.of(each), issued.directory().resource(each).map(AppRegistration::clientId).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> EntraResult<T> refused(EntraError error, List<FederatedCredential> ofIssuer) {
        return switch (error) {
            case FEDERATION_ISSUER -> error.refuse(shown("iss"));
            case FEDERATION_AUDIENCE -> error.refuse(shown("aud"));
            case FEDERATION_SUBJECT ->
                (ofIssuer.stream().anyMatch(each -> each.subject().equalsIgnoreCase(shown("sub")))
                                ? EntraError.FEDERATION_SUBJECT_CASE
                                : error)
                        .refuse(shown("sub"));
            default -> error.refuse();
        };
    }

    private String shown(String claim) {
        return String.join(" ", token.claims().values(claim));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "federated assertion " + shown("uti");
    }
}
