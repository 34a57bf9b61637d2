package dev.gatehouse.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.http.Forwarder;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journal;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Makes a call at one of the doors, and tells which layer answered it and why. */
public final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "urn:gatehouse:problem:";

    private final Forwarder forwarder;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();

    public Caller(Chain chain) {
        this.forwarder = new Forwarder(chain.tls().trusting(), Duration.ofSeconds(30));
        this.journal = chain.journal();
    }

    /** An answer, and the refusal in it if it is one. */
    public record Answered(Response response, Optional<Refusal> refusal) {
        /** The layer that answered: the function where no other did. */
        public Layer layer() {
            return refusal.map(Refusal::layer).orElse(Layer.FUNCTION);
        }
    }

    /** @param request its target is a path below the door's address */
    public Answered call(URI door, Request request) {
        String traceId = random(16);
        Request traced = request.with("traceparent", "00-" + traceId + "-" + random(8) + "-01")
                .withTarget(door.getRawPath() + request.target());
        try {
            Response response = forwarder.forward(traced, door.getScheme() + "://" + door.getRawAuthority());
            return new Answered(response, journal.refusal(traceId).or(() -> byShape(response)));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(door + " does not answer", unreachable);
        }
    }

    /** The host and the guard run in another process; their refusals show in what they answer. */
    private static Optional<Refusal> byShape(Response response) {
        String type = response.headers().first("Content-Type").orElse("");
        if (type.startsWith("application/problem+json")) {
            return Optional.of(new Refusal(Layer.GUARD, problem(response), ""));
        }
        if (response.status() >= 400 && response.body().length == 0) {
            return Optional.of(new Refusal(Layer.HOST, response.status() == 401 ? "function-key" : "no-answer", ""));
        }
        return Optional.empty();
    }

    private static String problem(Response response) {
        try {
            return JSON.readTree(response.body()).path("type").asText().replace(PROBLEM, "");
        } catch (JsonProcessingException notJson) {
            return "a problem that is no JSON";
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot be read", impossible);
        }
    }

    private String random(int bytes) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
