package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.chain.trace.Traces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Makes a call at one of the endpoints, and reports which layer answered and why. */
public final class DemoCaller {
    private final Forwarder forwarder;
    private final Traces traces;
    private final URI hostAlone;

    public DemoCaller(Chain chain) {
        this.forwarder = new Forwarder(chain.tls().trusting(), Duration.ofSeconds(30));
        this.traces = chain.traces();
        this.hostAlone = chain.doors().host();
    }

    /**
     * A response and the layer that sent it.
     *
     * @param reason the layer's reason for a refusal; empty when the call was served
     * @param trace of the call; empty directly at the host, which records nothing
     */
    public record Answered(Response response, Layer layer, String reason, Optional<Trace> trace) {}

    /**
     * Makes a call and records it, if the endpoint supports traces.
     *
     * @param request its target is a path below the endpoint's URL
     */
    public Answered call(URI door, Request request) {
        Response response =
                send(door, door.equals(hostAlone) ? request : request.with(Traces.DEBUG_TOKEN, traces.debugToken()));
        Optional<Trace> trace = response.headers().first(Traces.TRACE_ID).flatMap(traces::trace);
        return trace.map(found -> byTrace(response, found)).orElseGet(() -> byShape(response));
    }

    /** Makes a call without recording it. */
    public Response send(URI door, Request request) {
        Request below = request.withTarget(door.getRawPath() + request.target());
        try {
            return forwarder.forward(below, door.getScheme() + "://" + door.getRawAuthority());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(door + " does not respond", unreachable);
        }
    }

    /** Of what a function itself refuses, the trace has the status only, and the response the code of its problem. */
    static Answered byTrace(Response response, Trace trace) {
        Optional<Step> end = trace.end();
        Layer layer = end.map(Step::layer).orElse(Layer.FUNCTION);
        String reason = end.map(step -> step.finding().reason()).orElse("");
        AnswerShape shape = AnswerShape.of(response);
        boolean isFunctions =
                end.isPresent() && layer == Layer.FUNCTION && shape.layer().equals(Optional.of(layer));
        return new Answered(response, layer, isFunctions ? shape.reason() : reason, Optional.of(trace));
    }

    /** Directly at the host there is no trace: the layer is recognised by the format of the response. */
    private static Answered byShape(Response response) {
        AnswerShape shape = AnswerShape.of(response);
        return new Answered(response, shape.layer().orElse(Layer.HOST), shape.reason(), Optional.empty());
    }
}
