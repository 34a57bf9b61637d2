package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** {@code choose}: the first branch whose condition is true, otherwise the branch without a condition. */
record Choose(List<Branch> branches, Optional<String> id) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "choose", EnumSet.allOf(Section.class), Shape.empty().holding("when", "otherwise"), Choose::compile);

    private static final Shape WHEN = Shape.empty().needing("condition");

    /** Statements under a condition; {@code otherwise} has no condition. */
    record Branch(Optional<PolicyExpression> condition, Sequence statements) {
        private boolean isTaken(Exchange exchange) {
            return condition.isEmpty() || condition.get().isTrue(exchange.context());
        }
    }

    Choose {
        branches = List.copyOf(branches);
    }

    private static Policy compile(XmlElement element, Compilation compilation) {
        List<Branch> branches = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (!branches.isEmpty()
                    && branches.get(branches.size() - 1).condition().isEmpty()) {
                throw compilation.refused(child, "is not allowed after <otherwise>");
            }
            Compilation within = compilation.within(child, element.children());
            branches.add(child.name().equals("when") ? when(child, within) : otherwise(child, within));
        }
        if (branches.isEmpty() || branches.get(0).condition().isEmpty()) {
            throw compilation.refused(element, "must contain a <when>");
        }
        return new Choose(branches, compilation.literal(element, "id"));
    }

    private static Branch when(XmlElement when, Compilation compilation) {
        compilation.check(when, WHEN.around(when));
        String condition = when.tag().attributes().getOrDefault("condition", "");
        return new Branch(
                Optional.of(compilation.expressions().expression(when, condition, ExpressionType.BOOL)),
                compilation.sequence(when.children()));
    }

    private static Branch otherwise(XmlElement otherwise, Compilation compilation) {
        compilation.check(otherwise, Shape.empty().around(otherwise));
        return new Branch(Optional.empty(), compilation.sequence(otherwise.children()));
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        PolicyOutcome outcome = branches.stream()
                .filter(branch -> branch.isTaken(exchange))
                .findFirst()
                .map(branch -> branch.statements().apply(exchange))
                .orElseGet(() -> new PolicyOutcome.Next(exchange));
        return outcome instanceof PolicyOutcome.Answered answered ? answered.by(id) : outcome;
    }
}
