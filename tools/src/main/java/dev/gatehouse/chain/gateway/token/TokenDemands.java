package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.chain.claims.ClaimForms;
import dev.gatehouse.token.Check;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Checks;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.TokenChecks;
import dev.gatehouse.token.TokenUnderCheck;
import dev.gatehouse.token.TokenVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy's requirements for a token: checks in order, each with the policy's values that it compares with. */
public final class TokenDemands {
    private final List<Demand> demands;
    private final Checks<TokenUnderCheck> checks;

    private record Demand(Check<TokenUnderCheck> check, Collection<String> values) {}

    /**
     * The result of a check.
     *
     * @param values of the policy, which the check compares with
     */
    public record Explained(CheckResult result, Collection<String> values) {}

    private TokenDemands(List<Demand> demands) {
        this.demands = List.copyOf(demands);
        this.checks = new Checks<>(demands.stream().map(Demand::check).toList());
    }

    /** The first requirement that a token does not meet. */
    public Optional<CheckResult> refusal(TokenUnderCheck token) {
        return checks.refusals(token).stream().findFirst();
    }

    /** All requirements, in words. */
    public List<Explained> explain(TokenUnderCheck token) {
        return demands.stream()
                .map(demand -> new Explained(demand.check().explain(token), demand.values()))
                .toList();
    }

    /** Collects a policy's requirements. */
    public static final class Builder {
        private final List<Demand> demands = new ArrayList<>();

        /** @param skew the allowed difference between clocks */
        public Builder(Duration skew, Clock clock) {
            add(TokenChecks.signature(GatewayCheckId::ofSignature));
            add(ClaimForms.check(GatewayCheckId.of(TokenReason.JWT_INVALID, Reason.CLAIM_MALFORMED)));
            add(TokenChecks.endTime(GatewayCheckId.of(TokenReason.JWT_INVALID, Reason.EXPIRED)));
            add(TokenChecks.expiry(GatewayCheckId.of(TokenReason.TOKEN_EXPIRED, Reason.EXPIRED), skew, clock));
            GatewayCheckId start = GatewayCheckId.of(TokenReason.JWT_INVALID, Reason.NOT_YET_VALID);
            add(TokenChecks.start(start, skew, clock));
            add(TokenChecks.issueTime(start));
        }

        /** For {@code validate-azure-ad-token}, which accepts tokens of both versions. */
        public Builder anyVersion() {
            Set<String> versions = Arrays.stream(TokenVersion.values())
                    .map(TokenVersion::claim)
                    .collect(Collectors.toUnmodifiableSet());
            GatewayCheckId id = GatewayCheckId.of(TokenReason.JWT_INVALID, Reason.VERSION_NOT_ACCEPTED);
            demands.add(0, new Demand(TokenChecks.oneOf(id, "ver", versions), versions));
            return this;
        }

        /** Requires one of these values; an empty list requires nothing. */
        public Builder audiences(List<String> audiences) {
            GatewayCheckId id = GatewayCheckId.of(TokenReason.TOKEN_AUDIENCE_NOT_ALLOWED, Reason.AUDIENCE_MISMATCH);
            if (!audiences.isEmpty()) {
                demands.add(new Demand(TokenChecks.anyAudience(id, Set.copyOf(audiences)), audiences));
            }
            return this;
        }

        public Builder issuer() {
            return add(TokenChecks.issuerIfNamed(
                    GatewayCheckId.of(TokenReason.TOKEN_ISSUER_NOT_ALLOWED, Reason.ISSUER_MISMATCH)));
        }

        /** Requires one of these values; an empty list requires nothing. */
        public Builder clients(List<String> clients) {
            if (!clients.isEmpty()) {
                add(TokenChecks.named(
                        GatewayCheckId.of(TokenReason.TOKEN_CLAIM_NOT_FOUND, Reason.CLIENT_NOT_ALLOWED),
                        token -> clientOf(token.claims())));
                demands.add(new Demand(
                        TokenChecks.client(
                                GatewayCheckId.of(TokenReason.TOKEN_CLAIM_VALUE_NOT_ALLOWED, Reason.CLIENT_NOT_ALLOWED),
                                token -> clientOf(token.claims()),
                                Set.copyOf(clients)),
                        clients));
            }
            return this;
        }

        public Builder claims(List<RequiredClaim> claims) {
            claims.forEach(claim -> demands.add(new Demand(claim.check(), claim.values())));
            return this;
        }

        public TokenDemands build() {
            return new TokenDemands(demands);
        }

        private Builder add(Check<TokenUnderCheck> check) {
            demands.add(new Demand(check, List.of()));
            return this;
        }

        /** An {@code azp} that is not usable is not replaced by an {@code appid}. */
        private static Optional<String> clientOf(Claims claims) {
            return claims.text(claims.has("azp") ? "azp" : "appid");
        }
    }
}
