package dev.gatehouse.bench.token;

import dev.gatehouse.bench.Flags;
import dev.gatehouse.bench.Results;

/** Reports the cost of each validation, and its ratio to a signature check of the JDK. */
public final class TokenReport {
    private TokenReport() {}

    public static void print(Results results) {
        Results.say(
                "%ntoken validation: microseconds, and as multiples of the JDK's and of the native signature check in the same"
                        + " run");
        Results.say("%-24s %10s %8s %8s %10s %8s %8s", "", "default", "JDK", "native", "worker", "JDK", "native");
        for (TokenValidator subject : TokenValidator.values()) {
            Results.say(
                    "%-24s %10.1f %7.3fx %7.2fx %10.1f %7.3fx %7.2fx",
                    subject.title(),
                    measured(results, Flags.DEFAULT, subject),
                    ratio(results, Flags.DEFAULT, subject, TokenValidator.RAW_JCA),
                    ratio(results, Flags.DEFAULT, subject, TokenValidator.RAW_NATIVE),
                    measured(results, Flags.WORKER, subject),
                    ratio(results, Flags.WORKER, subject, TokenValidator.RAW_JCA),
                    ratio(results, Flags.WORKER, subject, TokenValidator.RAW_NATIVE));
        }
    }

    private static double ratio(Results results, Flags flags, TokenValidator subject, TokenValidator raw) {
        return measured(results, flags, subject) / measured(results, flags, raw);
    }

    private static double measured(Results results, Flags flags, TokenValidator subject) {
        return results.microseconds(flags, subject.title()).orElseThrow();
    }
}
