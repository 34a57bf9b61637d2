package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Subscription;
import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;

/** {@code rate-limit}: limits the calls of a subscription within a sliding window; further calls get 429. */
record RateLimit(RateReport report, CallCounts counts) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "rate-limit",
            EnumSet.of(Section.INBOUND),
            Shape.empty().needing("calls", "renewal-period").allowing(RateReport.ATTRIBUTES),
            RateLimit::compile);

    private static Policy compile(XmlElement element, Compilation compilation) {
        if (compilation.broader().isEmpty()) {
            throw compilation.refused(element, "is not allowed in the global document");
        }
        Rate rate = Rate.compile(element, compilation);
        CallCounts counts = new CallCounts(
                rate.period(), compilation.deployment().surroundings().clock());
        return new RateLimit(RateReport.compile(element, rate, compilation), counts);
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        String key = exchange.context()
                .call()
                .access()
                .subscription()
                .map(Subscription::id)
                .orElse("");
        CallCounts.Standing standing = counts.admit(key, report.rate(), 1);
        return standing.secondsToWait() == 0
                ? report.admitted(exchange, standing.remaining() - 1)
                : report.exceeded(exchange, standing.secondsToWait());
    }
}
