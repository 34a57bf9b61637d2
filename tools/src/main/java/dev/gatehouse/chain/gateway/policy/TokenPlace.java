package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.GatewayCheckId;
import dev.gatehouse.chain.gateway.token.TokenReason;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a policy reads the token. */
sealed interface TokenPlace {

    /** What was found. */
    sealed interface Presented {
        /** A text that may be a token. */
        record Compact(String text) implements Presented {}

        /** Nothing that could be a token. */
        record Nothing(CheckResult fault) implements Presented {}
    }

    Presented look(Exchange exchange);

    /**
     * A header with the token, after its scheme or alone (RFC 6750 §2.1).
     *
     * @param scheme required in {@code Authorization}; other headers need none
     */
    record InHeader(String name, Optional<String> scheme) implements TokenPlace {
        private static final String TOKEN = " +)?([A-Za-z0-9._~+/-]+=*)";

        @Override
        public Presented look(Exchange exchange) {
            List<String> values = exchange.request().headers().all(name);
            if (values.isEmpty()) {
                return nothing(TokenReason.TOKEN_NOT_PRESENT, "a token in header " + name, "missing");
            }
            if (values.size() > 1) {
                return nothing(TokenReason.JWT_INVALID, "one header " + name, values.size() + " headers");
            }
            String wanted = scheme.orElse("Bearer");
            Matcher found = Pattern.compile("(?:" + Pattern.quote(wanted) + TOKEN, Pattern.CASE_INSENSITIVE)
                    .matcher(values.get(0).strip());
            boolean wellFormed = found.matches() && (!needsScheme() || found.start(1) > 0);
            return wellFormed
                    ? new Presented.Compact(found.group(1))
                    : nothing(TokenReason.JWT_INVALID, wanted + " and one token in header " + name, "something else");
        }

        private boolean needsScheme() {
            return scheme.isPresent() && name.equalsIgnoreCase("Authorization");
        }
    }

    /** A query parameter. */
    record InQuery(String name) implements TokenPlace {
        @Override
        public Presented look(Exchange exchange) {
            List<String> values = exchange.request().query().all(name);
            return switch (values.size()) {
                case 0 -> nothing(TokenReason.TOKEN_NOT_PRESENT, "a token in query parameter " + name, "missing");
                case 1 -> new Presented.Compact(values.get(0));
                default -> nothing(TokenReason.JWT_INVALID, "one query parameter " + name, values.size() + "");
            };
        }
    }

    /** The value of an expression. */
    record Given(PolicyValue value) implements TokenPlace {
        @Override
        public Presented look(Exchange exchange) {
            return new Presented.Compact(value.in(exchange));
        }
    }

    private static Presented nothing(TokenReason reason, String expected, String actual) {
        Reason same = reason == TokenReason.TOKEN_NOT_PRESENT ? Reason.TOKEN_MISSING : Reason.AUTHORIZATION_MALFORMED;
        return new Presented.Nothing(CheckResult.refused(GatewayCheckId.of(reason, same), expected, actual));
    }
}
