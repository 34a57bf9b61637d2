package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.expression.ExpressionFailed;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy document compiled together with the broader ones that it refers to. */
public final class Pipeline {
    private final Map<Section, Sequence> sections;

    Pipeline(Map<Section, Sequence> sections) {
        this.sections = Map.copyOf(sections);
    }

    /**
     * What came of a call.
     *
     * @param reason API Management's name for the refusal; empty for a call that was not refused here
     */
    public record Result(Response response, Optional<String> reason, String detail) {}

    Sequence section(Section section) {
        return sections.getOrDefault(section, new Sequence(List.of()));
    }

    /** Executes the policies for a call whose target is below the API's path. */
    public Result run(Context context, Optional<Recording> recording) {
        Outcome outcome = new Outcome.Next(Exchange.of(context, recording.map(PolicySteps::new)));
        for (Section section : List.of(Section.INBOUND, Section.BACKEND, Section.OUTBOUND)) {
            if (outcome instanceof Outcome.Next next) {
                outcome = section(section).apply(next.exchange());
            }
        }
        return finished(outcome.exchange(), result(outcome));
    }

    /** What each policy that decides by the token would say of a call, one step for each question. */
    public List<Step> ofToken(Context context) {
        return TokenWalk.through(section(Section.INBOUND), Exchange.of(context, Optional.empty()));
    }

    /** The answer to a browser that asks whether a page of another origin may call; empty where no policy knows. */
    public Optional<Response> preflight(Request request) {
        List<Cors> known = section(Section.INBOUND).crossOrigin().toList();
        return known.isEmpty()
                ? Optional.empty()
                : known.stream()
                        .flatMap(cors -> cors.preflight(request).stream())
                        .findFirst()
                        .or(() -> Optional.of(Response.empty(200)));
    }

    private Result result(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return afterFailure(failed);
        }
        return outcome instanceof Outcome.Answered answered ? answered(answered) : passed((Outcome.Next) outcome);
    }

    /** With what policies had put off until the answer was there. */
    private static Result finished(Exchange end, Result result) {
        Context context = end.context().withResponse(result.response());
        Response response = result.response();
        try {
            for (Finish finish : end.finishes()) {
                response = finish.finish(context, response);
            }
            return new Result(response, result.reason(), result.detail());
        } catch (ExpressionFailed failed) {
            Failure failure = Failure.expression(failed);
            return new Result(failure.answer(), Optional.of(failure.reason()), failure.detail());
        }
    }

    /** A call that no policy forwarded is answered 200 without a body. */
    private static Result passed(Outcome.Next end) {
        return new Result(end.exchange().response().orElseGet(() -> Response.empty(200)), Optional.empty(), "");
    }

    private static Result answered(Outcome.Answered end) {
        boolean refused = end.response().status() >= 400;
        return new Result(
                end.response(),
                refused ? Optional.of(end.policy().orElse("ReturnResponse")) : Optional.empty(),
                end.shown());
    }

    private Result afterFailure(Outcome.Failed end) {
        Failure failure = end.failure();
        Exchange failed = end.exchange().withResponse(failure.answer());
        Outcome handled = section(Section.ON_ERROR)
                .apply(end.error().map(failed::withLastError).orElse(failed));
        Response response = failure.answer();
        if (handled instanceof Outcome.Next next) {
            response = next.exchange().response().orElse(response);
        } else if (handled instanceof Outcome.Answered answered) {
            response = answered.response();
        }
        return new Result(response, Optional.of(failure.reason()), failure.detail());
    }
}
