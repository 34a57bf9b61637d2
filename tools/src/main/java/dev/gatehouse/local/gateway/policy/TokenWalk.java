package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.LastError;
import dev.gatehouse.local.gateway.token.TokenFinding;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every policy of inbound that decides by the token, also behind one that refuses; nothing is called or counted. */
final class TokenWalk {
    private final List<Step> steps = new ArrayList<>();
    private Exchange exchange;
    private boolean readable = true;

    private TokenWalk(Exchange exchange) {
        this.exchange = exchange;
    }

    static List<Step> through(Sequence inbound, Exchange exchange) {
        TokenWalk walk = new TokenWalk(exchange);
        walk.sequence(inbound);
        return List.copyOf(walk.steps);
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
                && statement.applied(exchange) instanceof Outcome.Next next) {
            exchange = next.exchange();
        }
    }

    private void validation(Statement statement, ValidateToken validation) {
        ValidateToken.Findings findings = validation.findings(exchange);
        findings.all().forEach(each -> add(statement, each));
        findings.next().ifPresentOrElse(next -> exchange = next, () -> readable = false);
    }

    private void add(Statement statement, TokenFinding found) {
        Finding finding = found.fault()
                .map(fault -> Finding.refused(fault.reason().title(), fault.expected(), fault.actual()))
                .orElseGet(() -> new Finding(Verdict.PASSED, "", found.expected(), found.actual()));
        steps.add(step(statement, statement.named().shown() + ", " + found.rule(), finding));
    }

    private void choose(Statement statement) {
        Outcome outcome = statement.applied(exchange);
        steps.add(step(statement, statement.named().shown(), finding(outcome)));
        if (outcome instanceof Outcome.Next next) {
            exchange = next.exchange();
        }
    }

    private static Finding finding(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered && answered.response().status() >= 400) {
            String reason = answered.policy().orElse("ReturnResponse");
            return Finding.refused(reason, "that no condition of " + reason + " holds", answered.shown());
        }
        if (outcome instanceof Outcome.Failed failed) {
            Failure failure = failed.failure();
            return Finding.failed(failure.reason(), failure.expected(), failure.actual());
        }
        return Finding.passed();
    }

    private static Step step(Statement statement, String name, Finding finding) {
        LastError.Place place = statement.place();
        Rule rule = new Rule(Layer.GATEWAY, name, place.scope() + " " + place.section());
        return new Step(rule, finding, java.util.Map.of(), Optional.empty());
    }
}
