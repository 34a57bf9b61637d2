package dev.gatehouse.bench.token;

import dev.gatehouse.bench.Flags;
import dev.gatehouse.bench.Results;

/** Says what each validation costs, and how many signature checks of the JDK that would be. */
public final class TokenReport {
    private TokenReport() {}

    public static void print(Results results) {
        Results.say("%ntoken validation: microseconds, and as a multiple of the JDK's signature check in the same run");
        Results.say("%-24s %10s %8s %10s %8s", "", "default", "", "worker", "");
        for (Subject subject : Subject.values()) {
            Results.say(
                    "%-24s %10.1f %7.2fx %10.1f %7.2fx",
                    subject.title(),
                    measured(results, Flags.DEFAULT, subject),
                    ratio(results, Flags.DEFAULT, subject),
                    measured(results, Flags.WORKER, subject),
                    ratio(results, Flags.WORKER, subject));
        }
    }

    private static double ratio(Results results, Flags flags, Subject subject) {
        return measured(results, flags, subject) / measured(results, flags, Subject.RAW_JCA);
    }

    private static double measured(Results results, Flags flags, Subject subject) {
        return results.microseconds(flags, subject.title()).orElseThrow();
    }
}
