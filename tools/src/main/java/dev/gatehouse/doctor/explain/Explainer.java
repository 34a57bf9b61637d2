package dev.gatehouse.doctor.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains a pasted text by the catalogue. */
public final class Explainer {
    private static final Comparator<FoundCause> ORDER = Comparator.comparingInt(FoundCause::place)
            .thenComparing(found -> found.cause().rank())
            .thenComparing(found -> found.signal().cause().begin())
            .thenComparing(found -> -found.signal().cause().depth())
            .thenComparing(found -> found.signal().at());

    private final CauseCatalogue catalogue;

    public Explainer() {
        catalogue = CauseCatalogue.read();
    }

    /** Never fails: what is not known is part of the explanation. */
    public PasteExplanation of(String text) {
        Paste paste = Paste.of(text);
        Signals signals = Signals.in(paste, catalogue.phrases());
        List<FoundCause> all = catalogue.causes().values().stream()
                .flatMap(cause -> finding(cause, signals).stream())
                .toList();
        Optional<FoundCause> file = all.stream()
                .filter(found -> DocumentSignals.isFile(text, found.signal()))
                .min(ORDER);
        if (file.isPresent()) {
            return new PasteExplanation(paste, List.of(file.get()), List.of(), List.of(), false, Map.of());
        }
        List<FoundCause> best = all.stream()
                .filter(one -> all.stream().noneMatch(other -> isCloser(other, one)))
                .toList();
        List<FoundCause> consequences = best.stream()
                .filter(one -> best.stream().anyMatch(other -> other.cause().explains(one.cause())))
                .toList();
        List<FoundCause> causes = best.stream()
                .filter(one -> !consequences.contains(one))
                .sorted(ORDER)
                .toList();
        return new PasteExplanation(
                paste,
                causes,
                consequences.stream().sorted(ORDER).toList(),
                UnknownError.in(signals, best),
                signals.last("http:2") > Math.max(signals.last("http:4"), signals.last("http:5"))
                        && Math.max(signals.last("http:4"), signals.last("http:5")) >= 0,
                SupportIds.in(paste.text(), signals.phrases()));
    }

    private static Optional<FoundCause> finding(KnownCause cause, Signals signals) {
        List<FoundCause> found = new ArrayList<>();
        for (Condition condition : cause.when()) {
            condition
                    .in(signals)
                    .filter(seen -> cause.unless().stream()
                            .noneMatch(other -> other.atoms().stream().allMatch(atom -> signals.near(atom, seen.at()))))
                    .forEach(seen ->
                            found.add(new FoundCause(cause, seen, condition.weight(), 1, signals.isSaid(seen.at()))));
        }
        return found.stream()
                .max(Comparator.comparing(FoundCause::said, Comparator.reverseOrder())
                        .thenComparingInt(FoundCause::weight)
                        .thenComparing(each -> each.signal().cause().depth())
                        .thenComparing(each -> -each.signal().at()))
                .map(each -> new FoundCause(
                        cause,
                        withDetails(each.signal(), found),
                        each.weight(),
                        found.stream().map(one -> one.signal().at()).distinct().count(),
                        found.stream().allMatch(FoundCause::said)));
    }

    /** What any of the signals of a cause names; its own details come first. */
    private static Signal withDetails(Signal signal, List<FoundCause> found) {
        Map<String, String> details = new HashMap<>(signal.details());
        found.forEach(other -> other.signal().details().forEach(details::putIfAbsent));
        return new Signal(signal.key(), signal.at(), details, signal.cause());
    }

    /** Whether another cause says more of the same signal. */
    private static boolean isCloser(FoundCause other, FoundCause one) {
        return other.signal().at() == one.signal().at()
                && other.signal().key().equals(one.signal().key())
                && other.cause().role().compareTo(one.cause().role()) <= 0
                && !one.cause().explains(other.cause())
                && other.weight() > one.weight();
    }
}
