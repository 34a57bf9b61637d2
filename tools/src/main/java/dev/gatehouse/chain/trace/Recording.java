package dev.gatehouse.chain.trace;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.secrets.KnownSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A trace that is being recorded, by several layers and threads; 500 steps at most. */
public final class Recording {
    static final int MOST_STEPS = 500;

    private static final AppliedRule TOO_MANY = AppliedRule.of(Layer.ENTRA, "recording");
    private static final AppliedRule HOST_LOG = AppliedRule.of(Layer.HOST, "log");

    private final String id;
    private final String traceId;
    private final String request;
    private final Clock clock;
    private final KnownSecrets secrets;
    private final Instant started;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> held = new ArrayList<>();
    private String onward = "";
    private final Set<String> awaited = new HashSet<>();
    private int left;
    private int status;

    /** Begins a trace; {@code request} has a valid {@code traceparent}. */
    public Recording(String id, Request request, Clock clock, KnownSecrets secrets) {
        this.id = id;
        this.traceId = TraceParent.traceId(request).orElseThrow();
        this.request = secrets.hidden(Redaction.of(request.toString()));
        this.clock = clock;
        this.secrets = secrets;
        this.started = clock.instant();
    }

    /** A step that has begun and keeps its place until it ends. */
    public final class Open {
        private final AppliedRule rule;
        private final int place;
        private final Instant begun = clock.instant();

        private Open(AppliedRule rule, int place) {
            this.rule = rule;
            this.place = place;
        }

        public void end(StepResult finding, Map<String, Object> details) {
            Optional<Duration> elapsed = Optional.of(Duration.between(begun, clock.instant()));
            replace(place, new Step(rule, finding, details, elapsed));
        }
    }

    public String id() {
        return id;
    }

    /** Begins a step; steps that are added before it ends become its children. */
    public synchronized Open begin(AppliedRule rule) {
        Open open = new Open(rule, steps.size() < MOST_STEPS ? steps.size() : MOST_STEPS);
        add(Step.of(rule, StepResult.noted("under-way", "", "")));
        return open;
    }

    public synchronized void add(Step step) {
        if (steps.size() < MOST_STEPS) {
            steps.add(step.without(secrets));
        } else {
            left++;
        }
    }

    private synchronized void replace(int place, Step step) {
        if (place < MOST_STEPS) {
            steps.set(place, step.without(secrets));
        }
    }

    /** The {@code traceparent} of the forwarded request; no client can know it beforehand. */
    public synchronized void goesOnAs(String traceparent) {
        onward = traceparent;
    }

    synchronized boolean isKnownAs(String traceparent) {
        return !onward.isEmpty() && onward.equals(traceparent);
    }

    /**
     * The request as sent to the host, which will log its decision. It has a separate span, which distinguishes it from
     * other clients' requests with the same trace id.
     */
    public synchronized Request toTheHost(Request outgoing) {
        Request onward = TraceParent.continued(outgoing);
        TraceParent.spanId(onward).ifPresent(awaited::add);
        return onward;
    }

    /** @param spanId empty for a host that does not report the span that it was called with */
    synchronized boolean awaits(String trace, Optional<String> spanId) {
        return traceId.equals(trace) && spanId.map(awaited::contains).orElse(!awaited.isEmpty());
    }

    /** Keeps steps that belong below the host's own steps, until those arrive. */
    public synchronized void hold(List<Step> below) {
        held.addAll(below);
    }

    /** Replaces the kept steps of a span with the host's steps, which are made from them. */
    public synchronized void fromTheHost(String spanId, UnaryOperator<List<Step>> withHeld) {
        if (awaited.remove(spanId)) {
            place(withHeld);
        }
    }

    private void place(UnaryOperator<List<Step>> withHeld) {
        withHeld.apply(List.copyOf(held)).forEach(this::add);
        held.clear();
        notifyAll();
    }

    public synchronized void answered(int code) {
        status = code;
    }

    /** The trace so far, after the host has reported its decision; if it does not in time, the trace says so. */
    public synchronized Trace trace(Duration patience) {
        awaitTheHost(patience);
        if (!awaited.isEmpty()) {
            StepResult silent = StepResult.noted(
                    "no-line", "the host's line for this request within " + patience.toSeconds() + " s", "none");
            place(below -> {
                List<Step> all = new ArrayList<>(List.of(Step.of(HOST_LOG, silent)));
                all.addAll(below);
                return all;
            });
            awaited.clear();
        }
        List<Step> all = new ArrayList<>(steps);
        if (left > 0) {
            all.add(Step.of(
                    TOO_MANY, StepResult.noted("too-many", "at most " + MOST_STEPS + " steps", left + " more")));
        }
        return new Trace(id, traceId, new Trace.Call(started, request, status), all);
    }

    private void awaitTheHost(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long nanos = patience.toNanos(); !awaited.isEmpty() && nanos > 0; nanos = end - System.nanoTime()) {
                wait(Duration.ofNanos(nanos).toMillis() + 1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
