package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.policy.Pipeline.ExplainedPolicy;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs every token-checking policy of inbound, even after one that refuses; no backend is called and no call is counted. */
final class TokenWalk {
    private final List<ExplainedPolicy> explained = new ArrayList<>();
    private Exchange exchange;
    private boolean readable = true;

    private TokenWalk(Exchange exchange) {
        this.exchange = exchange;
    }

    static List<ExplainedPolicy> through(Sequence inbound, Exchange exchange) {
        TokenWalk walk = new TokenWalk(exchange);
        walk.sequence(inbound);
        return List.copyOf(walk.explained);
    }

    private void sequence(Sequence sequence) {
        sequence.policies().forEach(policy -> {
            if (policy instanceof Statement statement && readable) {
                statement(statement);
            }
        });
    }

    private void statement(Statement statement) {
        if (statement.policy() instanceof Sequence base) {
            sequence(base);
        } else if (statement.policy() instanceof ValidateToken validation) {
            validation(statement, validation);
        } else if (statement.policy() instanceof Choose) {
            choose(statement);
        } else if (statement.policy() instanceof SetVariable
                && statement.applied(exchange) instanceof PolicyOutcome.Next next) {
            exchange = next.exchange();
        }
    }

    private void validation(Statement statement, ValidateToken validation) {
        validation
                .explain(exchange)
                .forEach(each -> explained.add(new ExplainedPolicy(
                        statement.named().shown(), statement.place(), each.result(), each.values())));
        validation.asIfAccepted(exchange).ifPresentOrElse(next -> exchange = next, () -> readable = false);
    }

    private void choose(Statement statement) {
        PolicyOutcome outcome = statement.applied(exchange);
        String name = statement.named().shown();
        explained.add(new ExplainedPolicy(name, statement.place(), result(name, outcome), List.of()));
        if (outcome instanceof PolicyOutcome.Next next) {
            exchange = next.exchange();
        }
    }

    private static CheckResult result(String name, PolicyOutcome outcome) {
        if (outcome instanceof PolicyOutcome.Answered answered
                && answered.response().status() >= 400) {
            String code = answered.policy().orElse("ReturnResponse");
            return CheckResult.refused(
                    new Condition(code, name), "no condition of " + code + " is true", answered.shown());
        }
        if (outcome instanceof PolicyOutcome.Failed failed) {
            PolicyFailure failure = failed.failure();
            return CheckResult.refused(new Condition(failure.reason(), name), failure.expected(), failure.actual());
        }
        return CheckResult.passed(new Condition(name, name), "no condition of it is true", "no condition is true");
    }

    /** A policy with conditions, which returns a response under a separate id. */
    private record Condition(String code, String title) implements CheckId {
        @Override
        public Optional<Reason> reason() {
            return Arrays.stream(Reason.values())
                    .filter(reason -> reason.code().equals(code))
                    .findFirst();
        }
    }
}
