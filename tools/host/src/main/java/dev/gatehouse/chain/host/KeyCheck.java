package dev.gatehouse.chain.host;

import dev.gatehouse.chain.host.HostDecision.Difference;
import dev.gatehouse.chain.http.Request;
import java.util.Optional;

/** The host's key check: reads a caller's key and compares it in constant time. */
record KeyCheck(HostKeys keys) {
    private static final String HEADER = "x-functions-key";
    private static final String PARAMETER = "code";

    /** Why the caller may not call the function; empty when the call is allowed. */
    Optional<Difference> refusal(String function, AuthLevel level, Request request) {
        if (level == AuthLevel.ANONYMOUS) {
            return Optional.empty();
        }
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            return Optional.of(new Difference("a valid key for this function", "no key"));
        }
        boolean opens = keys.isMaster(key.get())
                | (level == AuthLevel.FUNCTION && (keys.isHost(key.get()) | keys.isOf(function, key.get())));
        return opens ? Optional.empty() : Optional.of(new Difference("a valid key for this function", "another key"));
    }

    boolean isMaster(Request request) {
        return key(request).filter(keys::isMaster).isPresent();
    }

    boolean isHost(Request request) {
        return key(request).filter(keys::isHost).isPresent();
    }

    /** If the header is present it decides, even if it is empty; of several values the first. */
    private static Optional<String> key(Request request) {
        return request.headers().has(HEADER)
                ? request.headers().first(HEADER)
                : request.query().all(PARAMETER).stream().findFirst();
    }
}
