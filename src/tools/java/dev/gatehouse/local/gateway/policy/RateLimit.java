package dev.gatehouse.local.gateway.policy;

import java.time.Duration;
import java.util.EnumSet;

/** {@code rate-limit}: so many calls of one subscription within a sliding window, then 429. */
record RateLimit(SlidingWindow window) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "rate-limit",
            EnumSet.of(Section.INBOUND),
            Shape.empty().needing("calls", "renewal-period"),
            RateLimit::compile);

    private static final int LONGEST_PERIOD = 300;

    private static Policy compile(Element element, Compilation compilation) {
        if (compilation.broader().isEmpty()) {
            throw compilation.refused(element, "does not belong into the global document");
        }
        int calls = number(element, "calls", Integer.MAX_VALUE, compilation);
        Duration period = Duration.ofSeconds(number(element, "renewal-period", LONGEST_PERIOD, compilation));
        return new RateLimit(new SlidingWindow(
                calls, period, compilation.deployment().surroundings().clock()));
    }

    private static int number(Element element, String attribute, int most, Compilation compilation) {
        try {
            int number = Integer.parseInt(compilation.needed(element, attribute));
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw compilation.refused(element, attribute, "is no number");
        }
        throw compilation.refused(element, attribute, "is not between 1 and " + most);
    }

    @Override
    public Outcome apply(Exchange exchange) {
        long seconds = window.secondsToWait(exchange.context().subscription().orElse(""));
        return seconds == 0 ? new Outcome.Next(exchange) : new Outcome.Failed(exchange, exceeded(seconds));
    }

    private Failure exceeded(long seconds) {
        String message = "Rate limit is exceeded. Try again in " + seconds + " seconds.";
        return new Failure(
                "RateLimitExceeded",
                window.calls() + " calls in " + window.period().toSeconds() + " s",
                "more",
                Failure.answer(429, message).with("Retry-After", Long.toString(seconds)));
    }
}
