package dev.gatehouse.doctor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error that the catalogue does not have.
 *
 * @param what such as {@code AADSTS123456}
 * @param layer that reports it; empty if the error does not say
 * @param nearest heading in {@code docs/troubleshooting.md}
 * @param address where the error can be looked up; empty if there is no such page
 */
record UnknownError(String what, String layer, String nearest, String address, int at) {
    private static final int MOST = 6;
    /** Exceptions that only pass on another one. */
    private static final Pattern WRAPPERS = Pattern.compile(
            "(?:InvocationTarget|Execution|Completion|Runtime|UndeclaredThrowable|Aggregate|FunctionInvocation|Mojo\\w*|Lifecycle\\w*)Exception");

    static List<UnknownError> in(Signals signals, List<FoundCause> known) {
        List<UnknownError> all = new ArrayList<>();
        for (Map.Entry<String, List<Signal>> same : signals.byKey().entrySet()) {
            Signal first = same.getValue().get(0);
            boolean explained = known.stream()
                    .anyMatch(found -> found.cause().role() != KnownCause.Role.SYMPTOM
                            && found.cause().when().stream().anyMatch(condition -> condition.names(first)));
            if (!explained && all.size() < MOST) {
                of(first, !known.isEmpty()).ifPresent(all::add);
            }
        }
        return all;
    }

    /** @param known whether something else in the text is known: an exception beside it is then no question of its own */
    private static Optional<UnknownError> of(Signal signal, boolean known) {
        String key = signal.key();
        if (key.startsWith("AADSTS")) {
            return Optional.of(new UnknownError(
                    key,
                    "Entra",
                    "Entra issues no token",
                    "https://login.microsoftonline.com/error?code=" + key.substring("AADSTS".length()),
                    signal.at()));
        }
        if (key.startsWith("IDX") || key.startsWith("IDW")) {
            return Optional.of(new UnknownError(
                    key, "a token check of Microsoft's library", "Codes of the token library", "", signal.at()));
        }
        if (known) {
            return Optional.empty();
        }
        String name = key.substring(key.indexOf(':') + 1);
        if (key.startsWith("exception:") && !WRAPPERS.matcher(name).matches()) {
            return Optional.of(
                    new UnknownError(name, "the program that threw it", "The function fails", "", signal.at()));
        }
        if (key.startsWith("code:")) {
            return Optional.of(
                    new UnknownError(name, "the service that was called", "The deployment fails", "", signal.at()));
        }
        return key.startsWith("http:4") || key.startsWith("http:5")
                ? Optional.of(new UnknownError("HTTP " + name, "", "Where to look first", "", signal.at()))
                : Optional.empty();
    }
}
