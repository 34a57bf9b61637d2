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

    /** Begins a step; what is added before it ends stands below it. */
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

    /** The {@code traceparent} under which the request goes on, which nobody outside the chain knows beforehand. */
    public synchronized void goesOnAs(String traceparent) {
        onward = traceparent;
    }

    synchronized boolean isKnownAs(String traceparent) {
        return !onward.isEmpty() && onward.equals(traceparent);
    }

    /**
     * The request as it goes to the host, which will write in its log what it decided: a span of its own, by which what
     * others send under the same trace id is told from it.
     */
    public synchronized Request toTheHost(Request outgoing) {
        Request onward = TraceParent.continued(outgoing);
        TraceParent.spanId(onward).ifPresent(awaited::add);
        return onward;
    }

    /** @param spanId empty for a host that does not tell the span that it was called with */
    synchronized boolean awaits(String trace, Optional<String> spanId) {
        return traceId.equals(trace) && spanId.map(awaited::contains).orElse(!awaited.isEmpty());
    }

    /** Keeps steps that stand below the host's own, until those come. */
    public synchronized void hold(List<Step> below) {
        held.addAll(below);
    }

    /** Takes the host's steps about a span: made from those that were held, and in their place. */
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

    /** The trace so far, once the host has said what it decided; if it does not in time, the trace says that. */
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
