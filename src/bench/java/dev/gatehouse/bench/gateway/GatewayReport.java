package dev.gatehouse.bench.gateway;

import dev.gatehouse.bench.Flags;
import dev.gatehouse.bench.Results;
import dev.gatehouse.bench.gateway.GatewayWork.Subject;
import java.util.Locale;

/** Says what the gateway costs besides the signature check, both measured in this run. */
public final class GatewayReport {
    private static final double TARGET = 50;

    private GatewayReport() {}

    public static void print(Results results) {
        Results.say(
                "%ngateway: microseconds per admitted call, policies compiled once (target: %.0f besides signature checks)",
                TARGET);
        Results.say("%-8s %-36s %8s %16s %8s", "flags", "policies", "all", "signature checks", "besides");
        for (Flags flags : Flags.values()) {
            double signature = measured(results, flags, Subject.GATEWAY_SIGNATURE_CHECK);
            for (Subject subject : Subject.values()) {
                if (subject.signatureChecks() > 0) {
                    double all = measured(results, flags, subject);
                    double signatures = subject.signatureChecks() * signature;
                    Results.say(
                            "%-8s %-36s %8.1f %4d x %9.1f %8.1f",
                            flags.title(), name(subject), all, subject.signatureChecks(), signature, all - signatures);
                }
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
