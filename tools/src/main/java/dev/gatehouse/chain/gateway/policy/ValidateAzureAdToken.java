package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.EntraTokens;
import dev.gatehouse.chain.gateway.token.TokenDemands;
import dev.gatehouse.chain.gateway.token.TokenRule;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.xml.XmlElement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** {@code validate-azure-ad-token}: requires a token of one Entra tenant. */
final class ValidateAzureAdToken {
    static final PolicyKind KIND = new PolicyKind(
            "validate-azure-ad-token",
            EnumSet.of(Section.INBOUND),
            Shape.empty()
                    .needing("tenant-id")
                    .allowing(
                            "header-name",
                            "query-parameter-name",
                            "token-value",
                            "failed-validation-httpcode",
                            "failed-validation-error-message",
                            "output-token-variable-name")
                    .holding("client-application-ids", "audiences", "required-claims"),
            ValidateAzureAdToken::compile);

    private static final List<String> ORDER = List.of("client-application-ids", "audiences", "required-claims");

    private ValidateAzureAdToken() {}

    private static Policy compile(XmlElement element, Compilation compilation) {
        Order.check(element, ORDER, compilation);
        TokenPolicyReader reader = new TokenPolicyReader(element, compilation);
        String tenant = tenant(element, compilation);
        Optional<String> bearer = Optional.of("Bearer");
        PolicyServices surroundings = compilation.deployment().surroundings();
        EntraTokens tokens = surroundings.tokens();
        TokenRule rule = new TokenRule(tokens.ofTenant(tenant), demands(reader, surroundings.clock()));
        return new ValidateToken(
                reader.place(bearer).orElseGet(() -> new TokenPlace.InHeader("Authorization", bearer)),
                rule,
                reader.refusal(),
                reader.variable());
    }

    private static String tenant(XmlElement element, Compilation compilation) {
        String tenant = compilation.needed(element, "tenant-id");
        if (!Guid.isLowerCase(tenant)) {
            throw compilation.refused(
                    element,
                    "tenant-id",
                    "must be one tenant's id in lower case; common and organizations accept any tenant");
        }
        return tenant;
    }

    private static TokenDemands demands(TokenPolicyReader reader, Clock clock) {
        List<String> clients = reader.texts("client-application-ids", "application-id");
        List<String> audiences = reader.texts("audiences", "audience");
        if (clients.isEmpty() && audiences.isEmpty()) {
            throw reader.compilation()
                    .refused(
                            reader.element(),
                            "must contain <audiences> or <client-application-ids>: otherwise it accepts any token of the tenant");
        }
        return new TokenDemands.Builder(Duration.ZERO, clock)
                .anyVersion()
                .audiences(audiences)
                .issuer()
                .clients(clients)
                .claims(reader.claims())
                .build();
    }
}
