package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;
import java.util.stream.Stream;

/** {@code rate-limit-by-key}: limits the calls with one key within a sliding window; the policy chooses the key. */
record RateLimitByKey(RateReport report, PolicyValue key, CounterStep increment, CallCounts counts) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "rate-limit-by-key",
            EnumSet.of(Section.INBOUND),
            Shape.empty()
                    .needing("calls", "renewal-period", "counter-key")
                    .allowing(Stream.concat(Stream.of(RateReport.ATTRIBUTES), Stream.of(CounterStep.ATTRIBUTES))
                            .toArray(String[]::new)),
            RateLimitByKey::compile);

    private static Policy compile(XmlElement element, Compilation compilation) {
        Rate rate = Rate.compile(element, compilation);
        String key = element.tag().attributes().getOrDefault("counter-key", "");
        if (key.isBlank()) {
            throw compilation.refused(element, "counter-key", "is empty");
        }
        return new RateLimitByKey(
                RateReport.compile(element, rate, compilation),
                compilation.expressions().value(element, key),
                CounterStep.compile(element, compilation),
                compilation.deployment().byKey());
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        String counted = key.in(exchange);
        int now = increment.isDeferred() ? 0 : increment.of(exchange.context());
        CallCounts.Standing standing = counts.admit(counted, report.rate(), now);
        if (standing.secondsToWait() > 0) {
            return report.exceeded(exchange, standing.secondsToWait());
        }
        Exchange admitted = increment.isDeferred()
                ? exchange.finishing((context, response) -> {
                    counts.add(counted, increment.of(context));
                    return response;
                })
                : exchange;
        return report.admitted(admitted, Math.max(0, standing.remaining() - now));
    }
}
