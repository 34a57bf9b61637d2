package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;
import java.util.Optional;
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

    /**
     * The amount that a call adds to the count.
     *
     * @param fixed the amount when there is no expression
     * @param condition whether the call counts; like the count, it is computed when the response exists
     */
    private record CounterStep(int fixed, Optional<PolicyExpression> condition, Optional<PolicyExpression> count) {
        static final String[] ATTRIBUTES = {"increment-condition", "increment-count"};
        private static final int MOST = 1_000_000;

        static CounterStep compile(XmlElement element, Compilation compilation) {
            String condition = attribute(element, "increment-condition", "true");
            String count = attribute(element, "increment-count", "1");
            boolean computed = PolicyValue.isExpression(condition);
            if (!computed && !condition.equals("true") && !condition.equals("false")) {
                throw compilation.refused(element, "increment-condition", "must be true, false or an expression");
            }
            boolean given =
                    element.tag().attributes().containsKey("increment-count") && !PolicyValue.isExpression(count);
            int fixed = given ? new Attributes(element, compilation).number("increment-count", 1, MOST) : 1;
            return new CounterStep(
                    condition.equals("false") ? 0 : fixed,
                    computed
                            ? Optional.of(
                                    compilation.expressions().finalExpression(element, condition, ExpressionType.BOOL))
                            : Optional.empty(),
                    PolicyValue.isExpression(count)
                            ? Optional.of(compilation.expressions().finalExpression(element, count, ExpressionType.INT))
                            : Optional.empty());
        }

        private static String attribute(XmlElement element, String name, String otherwise) {
            return element.tag().attributes().getOrDefault(name, otherwise).strip();
        }

        boolean isDeferred() {
            return condition.isPresent() || count.isPresent();
        }

        int of(Context context) {
            if (fixed == 0 || condition.filter(test -> !test.isTrue(context)).isPresent()) {
                return 0;
            }
            int calls = count.map(expression -> expression.number(context)).orElse(fixed);
            if (calls < 0) {
                throw new ExpressionFailed("increment-count is negative");
            }
            return calls;
        }
    }
}
