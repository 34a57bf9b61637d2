package dev.gatehouse.chain.trace;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.secrets.KnownSecrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The newest 100 traces, and the token with which a client requests one; both end with the chain. */
public final class Traces {
    /** The request's header, as API Management's (https://learn.microsoft.com/azure/api-management/api-management-howto-api-inspector). */
    public static final String DEBUG_TOKEN = "Apim-Debug-Authorization";

    /** The answer's header with the trace's id. */
    public static final String TRACE_ID = "Apim-Trace-Id";

    static final int MOST = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int ID_BYTES = 16;
    private static final int TOKEN_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final String debugToken;
    private volatile KnownSecrets secrets;
    private final Set<Recording> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Recording> newest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recording> eldest) {
            return size() > MOST;
        }
    };

    public Traces(Clock clock) {
        this.clock = clock;
        this.debugToken = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
        this.secrets = KnownSecrets.of(List.of(debugToken));
    }

    /** Hides these values in every trace that begins from now on. */
    public synchronized void conceal(Collection<String> values) {
        secrets = secrets.and(values);
    }

    /** A secret: a client that sends it can see the layers' decisions about its request. */
    public String debugToken() {
        return debugToken;
    }

    /** Whether a request carries the debug token, once; compared in constant time. */
    public boolean areAskedForBy(Request request) {
        List<String> sent = request.headers().all(DEBUG_TOKEN);
        return sent.size() == 1
                && MessageDigest.isEqual(
                        sent.get(0).getBytes(StandardCharsets.UTF_8), debugToken.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins a trace; {@code request} has a valid {@code traceparent}. */
    public Recording begin(Request request) {
        Recording recording = new Recording(HexFormat.of().formatHex(bytes(ID_BYTES)), request, clock, secrets);
        underWay.add(recording);
        synchronized (newest) {
            newest.put(recording.id(), recording);
        }
        return recording;
    }

    /** The request is answered: no more steps are added to its trace. */
    public void finish(Recording recording, int status) {
        recording.answered(status);
        underWay.remove(recording);
    }

    /** The trace that an earlier layer has begun, found by the {@code traceparent} of the forwarded request. */
    public Optional<Recording> of(Request request) {
        return underWay.isEmpty()
                ? Optional.empty()
                : request.headers().first(TraceParent.NAME).flatMap(traceparent -> underWay.stream()
                        .filter(recording -> recording.isKnownAs(traceparent))
                        .findFirst());
    }

    /**
     * The newest trace that waits for the host's decision about a span of a {@code traceparent}.
     *
     * @param spanId empty for a host that does not report the span that it was called with
     */
    public Optional<Recording> awaitingTheHost(String traceId, Optional<String> spanId) {
        synchronized (newest) {
            return newest.values().stream()
                    .filter(recording -> recording.awaits(traceId, spanId))
                    .reduce((older, newer) -> newer);
        }
    }

    /** A trace by its id; waits at most 2 s for the host's report. */
    public Optional<Trace> trace(String id) {
        Optional<Recording> recording;
        synchronized (newest) {
            recording = Optional.ofNullable(newest.get(id));
        }
        return recording.map(found -> found.trace(PATIENCE));
    }

    /** All kept traces, finished or not. */
    List<Trace> kept() {
        synchronized (newest) {
            return newest.values().stream()
                    .map(recording -> recording.trace(Duration.ZERO))
                    .toList();
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Never the debug token. */
    @Override
    public String toString() {
        return "traces";
    }
}
