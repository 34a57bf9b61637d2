package dev.gatehouse.bench.gateway;

import dev.gatehouse.bench.Flags;
import dev.gatehouse.bench.Results;
import dev.gatehouse.bench.gateway.GatewayWork.Subject;
import java.util.EnumSet;
import java.util.Locale;

/** Reports the cost of the gateway without the signature check; both are measured in this run. */
public final class GatewayReport {
    private static final double TARGET = 50;

    private GatewayReport() {}

    public static void print(Results results) {
        Results.say(
                "%ngateway: microseconds per admitted call, policies compiled once (target: %.0f without the signature check)",
                TARGET);
        Results.say("%-8s %-36s %8s %10s %8s", "flags", "policies", "total", "signature", "rest");
        for (Flags flags : Flags.values()) {
            double signature = measured(results, flags, Subject.GATEWAY_SIGNATURE_CHECK);
            for (Subject subject : EnumSet.complementOf(EnumSet.of(Subject.GATEWAY_SIGNATURE_CHECK))) {
                double all = measured(results, flags, subject);
                Results.say(
                        "%-8s %-36s %8.1f %10.1f %8.1f", flags.title(), name(subject), all, signature, all - signature);
            }
        }
    }

    private static double measured(Results results, Flags flags, Subject subject) {
        return results.microseconds(flags, name(subject)).orElseThrow();
    }

    private static String name(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
