package dev.gatehouse.cli;

import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step, or several consecutive steps of one kind that changed nothing. */
record TableLine(Step step, int times, Optional<Duration> elapsed) {

    static List<TableLine> of(List<Step> steps) {
        List<TableLine> lines = new ArrayList<>();
        for (Step step : steps) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).isLike(step)) {
                lines.set(last, lines.get(last).and(step));
            } else {
                lines.add(new TableLine(step, 1, step.elapsed()));
            }
        }
        return lines;
    }

    String name() {
        return times == 1 ? step.rule().name() : kind(step) + ", " + times + " times, nothing changed";
    }

    private boolean isLike(Step other) {
        return isPlain(step)
                && isPlain(other)
                && kind(step).equals(kind(other))
                && step.layer() == other.layer()
                && step.rule().where().equals(other.rule().where());
    }

    private static boolean isPlain(Step step) {
        return step.finding().equals(StepResult.passed()) && step.details().isEmpty();
    }

    private static String kind(Step step) {
        return step.rule().name().split(" ", 2)[0];
    }

    private TableLine and(Step other) {
        Optional<Duration> both =
                elapsed.flatMap(time -> other.elapsed().map(time::plus).or(() -> elapsed));
        return new TableLine(step, times + 1, both);
    }
}
