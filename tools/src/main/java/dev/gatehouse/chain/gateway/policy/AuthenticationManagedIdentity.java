package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.xml.XmlElement;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code authentication-managed-identity}: replaces the client's token by one of the gateway's own identity. */
record AuthenticationManagedIdentity(
        PolicyValue resource, Optional<String> clientId, Optional<String> variable, ManagedIdentities identities)
        implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "authentication-managed-identity",
            EnumSet.of(Section.INBOUND),
            Shape.empty().needing("resource").allowing("client-id", "output-token-variable-name", "ignore-error"),
            AuthenticationManagedIdentity::compile);

    /** The characters allowed after Bearer (RFC 6750 §2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static Policy compile(XmlElement element, Compilation compilation) {
        if (compilation.broader().isEmpty()) {
            throw compilation.refused(
                    element, "is not allowed in the global document: every API's backend would get the token");
        }
        if (!compilation.literal(element, "ignore-error").orElse("false").equals("false")) {
            throw compilation.refused(
                    element,
                    "ignore-error",
                    "must be false: otherwise the client's own token is forwarded when there is no token of the identity");
        }
        Optional<String> clientId = filled(element, "client-id", compilation);
        Optional<String> variable = filled(element, "output-token-variable-name", compilation);
        String resource = element.tag().attributes().getOrDefault("resource", "");
        if (resource.isBlank()) {
            throw compilation.refused(element, "resource", "is empty");
        }
        return new AuthenticationManagedIdentity(
                compilation.expressions().value(element, resource),
                clientId,
                variable,
                compilation.deployment().surroundings().identities());
    }

    private static Optional<String> filled(XmlElement element, String attribute, Compilation compilation) {
        Optional<String> value = compilation.literal(element, attribute);
        if (value.filter(String::isBlank).isPresent()) {
            throw compilation.refused(element, attribute, "is empty");
        }
        return value;
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        String wanted = resource.in(exchange);
        try {
            boolean kept = identities.have(wanted, clientId);
            exchange.steps().ifPresent(steps -> steps.note("source", kept ? "cache" : "identity endpoint"));
            String token = identities.token(wanted, clientId);
            return TOKEN.matcher(token).matches()
                    ? new PolicyOutcome.Next(with(token, exchange))
                    : failed(exchange, wanted, "a value that is not a bearer token");
        } catch (IOException none) {
            return failed(exchange, wanted, Redaction.of(String.valueOf(none.getMessage())));
        }
    }

    private Exchange with(String token, Exchange exchange) {
        return variable.map(name -> exchange.withVariable(name, token))
                .orElseGet(() -> exchange.withRequest(exchange.request().with("Authorization", "Bearer " + token)));
    }

    private PolicyOutcome failed(Exchange exchange, String wanted, String why) {
        String identity = clientId.map(id -> "identity " + id).orElse("the system-assigned identity");
        String expected = "a token of " + identity + " for " + Redaction.of(wanted);
        return new PolicyOutcome.Failed(
                exchange, PolicyFailure.internal("ManagedIdentityTokenNotObtained", expected, why));
    }
}
