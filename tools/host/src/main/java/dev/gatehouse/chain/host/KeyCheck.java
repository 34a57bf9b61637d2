package dev.gatehouse.chain.host;

import dev.gatehouse.chain.host.HostDecision.Difference;
import dev.gatehouse.chain.http.Request;
import java.util.Optional;

/** The host's key check: reads a caller's key and compares it in constant time. */
record KeyCheck(HostKeys keys) {
    private static final String HEADER = "x-functions-key";
    private static final String PARAMETER = "code";

    /** Why the caller may not call the function; empty when the call is allowed. */
    Optional<Difference> refusal(StagedFunction function, Request request) {
        AuthLevel level = function.trigger().level();
        if (level == AuthLevel.ANONYMOUS) {
            return Optional.empty();
        }
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            return Optional.of(new Difference("a valid key for this function", "no key"));
        }
        boolean opens = keys.isMaster(key.get())
                | (level == AuthLevel.FUNCTION && (keys.isHost(key.get()) | keys.isOf(function.name(), key.get())));
        return opens ? Optional.empty() : Optional.of(new Difference("a valid key for this function", "another key"));
    }

    boolean isMaster(Request request) {
        return key(request).filter(keys::isMaster).isPresent();
    }

    boolean isHost(Request request) {
        return key(request).filter(keys::isHost).isPresent();
    }

    /** If the header is present it decides, even if it is empty; repeated headers are joined and so match no key. */
    private static Optional<String> key(Request request) {
        if (request.headers().has(HEADER)) {
            return request.headers().joined(HEADER);
        }
        return Optional.of(request.query().all(PARAMETER))
                .filter(codes -> !codes.isEmpty())
                .map(codes -> String.join(",", codes));
    }
}
