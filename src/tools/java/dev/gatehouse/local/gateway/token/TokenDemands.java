package dev.gatehouse.local.gateway.token;

import dev.gatehouse.local.gateway.expression.Claims;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What {@code validate-azure-ad-token} asks of a genuine token, without any clock skew.
 *
 * @param audiences one of them must match; empty to ask for none
 * @param clients one of them must match; empty to ask for none
 */
public record TokenDemands(List<String> audiences, List<String> clients, List<RequiredClaim> claims) {

    public TokenDemands {
        audiences = List.copyOf(audiences);
        clients = List.copyOf(clients);
        claims = List.copyOf(claims);
    }

    /** The first demand that a token does not meet. */
    public Optional<TokenFault> fault(TokenCheck.Genuine token, Instant now) {
        Claims shown = Claims.of(token.claims().asMap());
        Stream<Supplier<Optional<TokenFault>>> demands = Stream.of(
                () -> lifetime(token, now),
                () -> audience(shown),
                () -> issuer(shown, token.issuer()),
                () -> client(shown),
                () -> required(shown));
        return demands.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<TokenFault> lifetime(TokenCheck.Genuine token, Instant now) {
        Optional<Instant> end = token.claims().instant("exp");
        Optional<Instant> start = token.claims().instant("nbf");
        if (end.isEmpty()) {
            return Optional.of(new TokenFault(TokenReason.JWT_INVALID, "exp", "none"));
        }
        if (!now.isBefore(end.get())) {
            return Optional.of(new TokenFault(
                    TokenReason.TOKEN_EXPIRED, "exp after " + now, end.get().toString()));
        }
        boolean early = token.claims().has("nbf")
                && start.filter(at -> !now.isBefore(at)).isEmpty();
        String actual = start.map(Objects::toString).orElse("no instant");
        return early
                ? Optional.of(new TokenFault(TokenReason.JWT_INVALID, "nbf not after " + now, actual))
                : Optional.empty();
    }

    private Optional<TokenFault> audience(Claims token) {
        return audiences.isEmpty() || token.all("aud").stream().anyMatch(audiences::contains)
                ? Optional.empty()
                : Optional.of(new TokenFault(
                        TokenReason.TOKEN_AUDIENCE_NOT_ALLOWED,
                        "aud in " + audiences,
                        token.joined("aud").orElse("none")));
    }

    private static Optional<TokenFault> issuer(Claims token, String issuer) {
        return token.all("iss").equals(List.of(issuer))
                ? Optional.empty()
                : Optional.of(new TokenFault(
                        TokenReason.TOKEN_ISSUER_NOT_ALLOWED,
                        issuer,
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
