package dev.gatehouse.local.gateway.token;

import dev.gatehouse.local.claims.ClaimForms;
import dev.gatehouse.local.gateway.expression.Claims;
import dev.gatehouse.redaction.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a policy asks of a genuine token.
 *
 * @param skew by how much clocks may differ
 * @param audiences one of them must match; empty to ask for none
 * @param clients one of them must match; empty to ask for none
 */
public record TokenDemands(Duration skew, List<String> audiences, List<String> clients, List<RequiredClaim> claims) {

    public TokenDemands {
        audiences = List.copyOf(audiences);
        clients = List.copyOf(clients);
        claims = List.copyOf(claims);
    }

    /** A demand that nobody has looked at yet. */
    private record Demand(
            String rule, Supplier<Optional<TokenFault>> fault, String wanted, Supplier<Optional<String>> had) {
        private TokenFinding finding() {
            return fault.get()
                    .map(found -> TokenFinding.of(rule, found))
                    .orElseGet(() -> new TokenFinding(
                            rule, wanted, Redaction.of(had.get().orElse("none")), Optional.empty()));
        }
    }

    /** The first demand that a token does not meet. */
    public Optional<TokenFault> fault(TokenCheck.Genuine token, Instant now) {
        return demands(token, now)
                .map(demand -> demand.fault().get())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Every demand, in the order in which they are made. */
    public List<TokenFinding> findings(TokenCheck.Genuine token, Instant now) {
        return demands(token, now).map(Demand::finding).toList();
    }

    private Stream<Demand> demands(TokenCheck.Genuine token, Instant now) {
        Claims shown = Claims.of(token.claims());
        Stream<Demand> fixed = Stream.of(
                new Demand("claims", () -> form(token.claims()), "in their usual forms", () -> Optional.of("in them")),
                new Demand(
                        "lifetime",
                        () -> new Lifetime(skew).fault(token.claims(), now),
                        "between nbf and exp",
                        () -> Optional.of("between them")),
                new Demand(
                        "audience", () -> audience(shown), "one of the policy's audiences", () -> shown.joined("aud")),
                new Demand(
                        "issuer",
                        () -> issuer(shown, token.issuers()),
                        "the issuer of its version",
                        () -> shown.joined("iss")),
                new Demand("client", () -> client(shown), "one of the policy's clients", () -> clientOf(shown)));
        return Stream.concat(
                fixed.filter(demand -> !demand.rule().equals("client") || !clients.isEmpty()),
                claims.stream()
                        .map(claim -> new Demand(
                                "claim " + claim.name(),
                                () -> claim.fault(shown),
                                String.join(" or ", claim.values()),
                                () -> shown.joined(claim.name()))));
    }

    private static Optional<TokenFault> form(Map<String, Object> claims) {
        return ClaimForms.fault(claims)
                .map(fault -> new TokenFault(TokenReason.JWT_INVALID, fault.expected(), fault.actual()));
    }

    private Optional<TokenFault> audience(Claims token) {
        return audiences.isEmpty() || token.all("aud").stream().anyMatch(audiences::contains)
                ? Optional.empty()
                : Optional.of(new TokenFault(
                        TokenReason.TOKEN_AUDIENCE_NOT_ALLOWED,
                        "aud in " + audiences,
                        token.joined("aud").orElse("none")));
    }

    private static Optional<TokenFault> issuer(Claims token, Optional<List<String>> issuers) {
        List<String> named = token.all("iss");
        return issuers.isEmpty() || (named.size() == 1 && issuers.get().contains(named.get(0)))
                ? Optional.empty()
                : Optional.of(new TokenFault(
                        TokenReason.TOKEN_ISSUER_NOT_ALLOWED,
                        "iss in " + issuers.get(),
                        token.joined("iss").orElse("none")));
    }

    private Optional<TokenFault> client(Claims token) {
        if (clients.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> client = clientOf(token);
        if (client.filter(clients::contains).isPresent()) {
            return Optional.empty();
        }
        TokenReason reason =
                client.isPresent() ? TokenReason.TOKEN_CLAIM_VALUE_NOT_ALLOWED : TokenReason.TOKEN_CLAIM_NOT_FOUND;
        return Optional.of(new TokenFault(reason, "azp or appid in " + clients, client.orElse("none")));
    }

    private static Optional<String> clientOf(Claims token) {
        return token.joined("azp").or(() -> token.joined("appid"));
    }
}
