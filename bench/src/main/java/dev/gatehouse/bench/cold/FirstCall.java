package dev.gatehouse.bench.cold;

import java.time.Duration;
import java.util.Locale;

/** Which first call is measured, and when it is sent. */
enum FirstCall {
    EMPTY_AT_ONCE(Call.EMPTY, Duration.ZERO),
    HEALTH_AT_ONCE(Call.HEALTH, Duration.ZERO),
    AUTHORISED_AT_ONCE(Call.AUTHORISED, Duration.ZERO),
    EMPTY_AFTER_1S(Call.EMPTY, Duration.ofSeconds(1)),
    HEALTH_AFTER_1S(Call.HEALTH, Duration.ofSeconds(1)),
    AUTHORISED_AFTER_1S(Call.AUTHORISED, Duration.ofSeconds(1));

    /** What is called. */
    enum Call {
        /** The app with one empty function. */
        EMPTY("/api/empty"),
        /** Gatehouse's open function. */
        HEALTH("/api/health"),
        /** A guarded function of Gatehouse, with a new token. */
        AUTHORISED("/api/accounts");

        private final String path;

        Call(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    private final Call call;
    private final Duration pause;

    FirstCall(Call call, Duration pause) {
        this.call = call;
        this.pause = pause;
    }

    Call call() {
        return call;
    }

    /** Between the host's readiness and the call. */
    Duration pause() {
        return pause;
    }

    /** A call of another kind at the same moment. */
    FirstCall insteadOf(Call other) {
        return valueOf(name().replace(call.name(), other.name()));
    }

    /** The name in tables and files. */
    String title() {
        return "cold-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
