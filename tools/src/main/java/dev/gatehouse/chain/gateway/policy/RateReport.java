package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Response;
import dev.gatehouse.xml.XmlElement;
import java.util.Optional;

/** How {@code rate-limit} and {@code rate-limit-by-key} report their count to the caller and to later policies. */
record RateReport(Rate rate, String retryAfterHeader, Optional<String> retryAfterVariable, Remaining remaining) {
    static final String[] ATTRIBUTES = {
        "retry-after-header-name",
        "retry-after-variable-name",
        "remaining-calls-header-name",
        "remaining-calls-variable-name",
        "total-calls-header-name"
    };

    /** The headers and variables set after each call. */
    record Remaining(Optional<String> header, Optional<String> variable, Optional<String> totalHeader) {}

    static RateReport compile(XmlElement element, Rate rate, Compilation compilation) {
        return new RateReport(
                rate,
                new Attributes(element, compilation)
                        .fieldName("retry-after-header-name")
                        .orElse("Retry-After"),
                compilation.literal(element, "retry-after-variable-name"),
                new Remaining(
                        new Attributes(element, compilation).fieldName("remaining-calls-header-name"),
                        compilation.literal(element, "remaining-calls-variable-name"),
                        new Attributes(element, compilation).fieldName("total-calls-header-name")));
    }

    /** @param left the remaining calls after this one */
    PolicyOutcome admitted(Exchange exchange, int left) {
        return new PolicyOutcome.Next(told(exchange, left));
    }

    PolicyOutcome exceeded(Exchange exchange, long seconds) {
        Exchange told = told(exchange, 0);
        String message = "Rate limit is exceeded. Try again in " + seconds + " seconds.";
        PolicyFailure failure = new PolicyFailure(
                "RateLimitExceeded",
                rate.calls() + " calls in " + rate.period().toSeconds() + " s",
                "more",
                PolicyFailure.answer(429, message).with(retryAfterHeader, Long.toString(seconds)));
        return new PolicyOutcome.Failed(
                retryAfterVariable
                        .map(name -> told.withVariable(name, (int) seconds))
                        .orElse(told),
                failure);
    }

    private Exchange told(Exchange exchange, int left) {
        Exchange told = remaining
                .variable()
                .map(name -> exchange.withVariable(name, left))
                .orElse(exchange);
        boolean silent = remaining.header().isEmpty() && remaining.totalHeader().isEmpty();
        return silent ? told : told.finishing((context, response) -> headed(response, left));
    }

    private Response headed(Response response, int left) {
        Response headed = response;
        if (remaining.header().isPresent()) {
            headed = headed.with(remaining.header().get(), Integer.toString(left));
        }
        if (remaining.totalHeader().isPresent()) {
            headed = headed.with(remaining.totalHeader().get(), Integer.toString(rate.calls()));
        }
        return headed;
    }
}
