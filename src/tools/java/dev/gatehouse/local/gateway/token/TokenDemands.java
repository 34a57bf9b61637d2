package dev.gatehouse.local.gateway.token;

import dev.gatehouse.local.gateway.expression.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** The first demand that a token does not meet. */
    public Optional<TokenFault> fault(TokenCheck.Genuine token, Instant now) {
        Claims shown = Claims.of(token.claims());
        Stream<Supplier<Optional<TokenFault>>> demands = Stream.of(
                () -> new Lifetime(skew).fault(token.claims(), now),
                () -> audience(shown),
                () -> issuer(shown, token.issuers()),
                () -> client(shown),
                () -> required(shown));
        return demands.map(Supplier::get).flatMap(Optional::stream).findFirst();
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
        Optional<String> client = token.joined("azp").or(() -> token.joined("appid"));
        if (client.filter(clients::contains).isPresent()) {
            return Optional.empty();
        }
        TokenReason reason =
                client.isPresent() ? TokenReason.TOKEN_CLAIM_VALUE_NOT_ALLOWED : TokenReason.TOKEN_CLAIM_NOT_FOUND;
        return Optional.of(new TokenFault(reason, "azp or appid in " + clients, client.orElse("none")));
    }

    private Optional<TokenFault> required(Claims token) {
        return claims.stream().flatMap(claim -> claim.fault(token).stream()).findFirst();
    }
}
