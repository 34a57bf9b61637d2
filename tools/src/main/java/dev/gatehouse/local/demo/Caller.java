package dev.gatehouse.local.demo;

import dev.gatehouse.local.answer.AnswerShape;
import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.http.Forwarder;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journey;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Makes a call at one of the doors, and tells which layer answered it and why. */
public final class Caller {
    private final Forwarder forwarder;
    private final Journeys journeys;
    private final URI hostAlone;

    public Caller(Chain chain) {
        this.forwarder = new Forwarder(chain.tls().trusting(), Duration.ofSeconds(30));
        this.journeys = chain.journeys();
        this.hostAlone = chain.doors().host();
    }

    /**
     * An answer and whose it is.
     *
     * @param reason that layer's own name for a refusal; empty for none
     * @param journey how it came about; empty at the host alone, which records nothing
     */
    public record Answered(Response response, Layer layer, String reason, Optional<Journey> journey) {}

    /**
     * Makes a call and has it recorded, where the door can.
     *
     * @param request its target is a path below the door's address
     */
    public Answered call(URI door, Request request) {
        Response response = send(
                door, door.equals(hostAlone) ? request : request.with(Journeys.DEBUG_TOKEN, journeys.debugToken()));
        Optional<Journey> journey = response.headers().first(Journeys.TRACE_ID).flatMap(journeys::journey);
        return journey.map(found -> byJourney(response, found)).orElseGet(() -> byShape(response));
    }

    /** Makes a call that nobody follows. */
    public Response send(URI door, Request request) {
        Request below = request.withTarget(door.getRawPath() + request.target());
        try {
            return forwarder.forward(below, door.getScheme() + "://" + door.getRawAuthority());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(door + " does not answer", unreachable);
        }
    }

    private static Answered byJourney(Response response, Journey journey) {
        Optional<Step> end = journey.end();
        return new Answered(
                response,
                end.map(Step::layer).orElse(Layer.FUNCTION),
                end.map(step -> step.finding().reason()).orElse(""),
                Optional.of(journey));
    }

    /** At the host alone, refusals show in what is answered. */
    private static Answered byShape(Response response) {
        AnswerShape shape = AnswerShape.of(response);
        return new Answered(response, shape.layer().orElse(Layer.HOST), shape.reason(), Optional.empty());
    }
}
