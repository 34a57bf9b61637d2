package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.token.TokenFault;
import dev.gatehouse.local.gateway.token.TokenReason;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a policy finds the token. */
sealed interface TokenPlace {

    /** What was there. */
    sealed interface Presented {
        /** A text that may be a token. */
        record Compact(String text) implements Presented {}

        /** Nothing that a token could be read from. */
        record Nothing(TokenFault fault) implements Presented {}
    }

    Presented look(Exchange exchange);

    /** A header with the Bearer scheme, which only {@code Authorization} must name (RFC 6750 §2.1). */
    record InHeader(String name) implements TokenPlace {
        private static final Pattern BEARER =
                Pattern.compile("(?:Bearer +)?([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

        @Override
        public Presented look(Exchange exchange) {
            List<String> values = exchange.request().headers().all(name);
            if (values.isEmpty()) {
                return nothing(TokenReason.TOKEN_NOT_PRESENT, "a token in header " + name, "none");
            }
            if (values.size() > 1) {
                return nothing(TokenReason.JWT_INVALID, "one header " + name, values.size() + " headers");
            }
            Matcher bearer = BEARER.matcher(values.get(0).strip());
            boolean wellFormed = bearer.matches() && (!needsScheme() || bearer.start(1) > 0);
            return wellFormed
                    ? new Presented.Compact(bearer.group(1))
                    : nothing(TokenReason.JWT_INVALID, "Bearer and one token in header " + name, "something else");
        }

        private boolean needsScheme() {
            return name.equalsIgnoreCase("Authorization");
        }
    }

    /** A parameter of the query. */
    record InQuery(String name) implements TokenPlace {
        @Override
        public Presented look(Exchange exchange) {
            List<String> values = exchange.request().query().all(name);
            return switch (values.size()) {
                case 0 -> nothing(TokenReason.TOKEN_NOT_PRESENT, "a token in query parameter " + name, "none");
                case 1 -> new Presented.Compact(values.get(0));
                default -> nothing(TokenReason.JWT_INVALID, "one query parameter " + name, values.size() + "");
            };
        }
    }

    /** What an expression gives. */
    record Given(Value value) implements TokenPlace {
        @Override
        public Presented look(Exchange exchange) {
            return new Presented.Compact(value.in(exchange));
        }
    }

    private static Presented nothing(TokenReason reason, String expected, String actual) {
        return new Presented.Nothing(new TokenFault(reason, expected, actual));
    }
}
