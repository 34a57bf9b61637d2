package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.token.CheckResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy document, compiled together with the broader ones that it includes. */
public final class Pipeline {
    private final Map<Section, Sequence> sections;

    Pipeline(Map<Section, Sequence> sections) {
        this.sections = Map.copyOf(sections);
    }

    Sequence section(Section section) {
        return sections.getOrDefault(section, new Sequence(List.of()));
    }

    /** Executes the policies for a call whose target is below the API's path. */
    public Response run(Context context, Optional<Recording> recording) {
        PolicyOutcome outcome = new PolicyOutcome.Next(Exchange.of(context, recording.map(PolicySteps::new)));
        for (Section section : List.of(Section.INBOUND, Section.BACKEND, Section.OUTBOUND)) {
            if (outcome instanceof PolicyOutcome.Next next) {
                outcome = section(section).apply(next.exchange());
            }
        }
        return finished(outcome.exchange(), response(outcome));
    }

    /** Executes on-error alone, for a call that was denied before any policy. */
    public Response denied(Context context, BuiltInFailure denial, Optional<Recording> recording) {
        Exchange exchange = Exchange.of(context, recording.map(PolicySteps::new));
        return finished(
                exchange, response(new PolicyOutcome.Failed(exchange, denial.failure(), Optional.of(denial.error()))));
    }

    /** The checks of each token-checking policy for a call. */
    public List<ExplainedPolicy> explainToken(Context context) {
        return TokenWalk.through(section(Section.INBOUND), Exchange.of(context, Optional.empty()));
    }

    /** The response to a preflight request; empty if no policy knows the origin. */
    public Optional<Response> preflight(Request request) {
        List<Cors> known = section(Section.INBOUND).crossOrigin().toList();
        return known.isEmpty()
                ? Optional.empty()
                : known.stream()
                        .flatMap(cors -> cors.preflight(request).stream())
                        .findFirst()
                        .or(() -> Optional.of(Response.empty(200)));
    }

    /** A call that no policy forwards gets the response 200 without a body. */
    private Response response(PolicyOutcome outcome) {
        if (outcome instanceof PolicyOutcome.Failed failed) {
            return afterFailure(failed);
        }
        return outcome instanceof PolicyOutcome.Answered answered
                ? answered.response()
                : outcome.exchange().response().orElseGet(() -> Response.empty(200));
    }

    /** Applies the actions that policies have deferred until the response exists. */
    private static Response finished(Exchange end, Response answer) {
        Context context = end.context().withResponse(answer);
        Response response = answer;
        try {
            for (ResponseAction finish : end.finishes()) {
                response = finish.finish(context, response);
            }
            return response;
        } catch (ExpressionFailed failed) {
            PolicyFailure failure = PolicyFailure.expression(failed);
            end.steps().ifPresent(steps -> steps.failedAtTheEnd(failure));
            return failure.answer();
        }
    }

    private Response afterFailure(PolicyOutcome.Failed end) {
        Response answer = end.failure().answer();
        Exchange failed = end.exchange().withResponse(answer);
        PolicyOutcome handled = section(Section.ON_ERROR)
                .apply(end.error().map(failed::withLastError).orElse(failed));
        if (handled instanceof PolicyOutcome.Answered answered) {
            return answered.response();
        }
        return handled instanceof PolicyOutcome.Next next
                ? next.exchange().response().orElse(answer)
                : answer;
    }

    /**
     * The result of a token-checking policy for a token.
     *
     * @param policy its name in the policy document
     * @param place of the statement
     * @param values of the policy, which the check compares with
     */
    public record ExplainedPolicy(
            String policy, LastError.Place place, CheckResult result, Collection<String> values) {}
}
