package dev.gatehouse.doctor.explain;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.explain.KnownCause.Confidence;
import dev.gatehouse.doctor.explain.KnownCause.Role;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import dev.gatehouse.token.Reason;
import java.util.Arrays;
import java.util.List;

/** The guard's own reasons, whose words and fixes have one place elsewhere. */
final class GuardCauses {
    private GuardCauses() {}

    static List<KnownCause> all() {
        return Arrays.stream(Reason.values()).map(GuardCauses::of).toList();
    }

    private static KnownCause of(Reason reason) {
        String summary = reason.summary();
        return new KnownCause(
                "guard." + reason.code(),
                Role.CAUSE,
                3,
                List.of(Condition.parse("guard:" + reason.code())),
                List.of(),
                List.of("host.*", "gateway.backend-refused"),
                new KnownCause.Text(
                        Layer.GUARD.title(),
                        Confidence.CERTAIN,
                        "The guard, in the app, refused the call with " + reason.status() + ": " + summary + ".",
                        List.of(),
                        Fixes.of(Layer.GUARD, reason.code()).map(Fix::text).orElse(""),
                        "see the heading in the guide",
                        "the function's log: the line with \"event\":\"decision\" has the expected and the actual value",
                        "docs/troubleshooting.md",
                        reason.code(),
                        List.of("call trace")));
    }
}
