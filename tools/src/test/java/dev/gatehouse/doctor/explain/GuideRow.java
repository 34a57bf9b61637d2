package dev.gatehouse.doctor.explain;

import dev.gatehouse.doctor.explain.Condition.Key;
import dev.gatehouse.doctor.explain.Condition.Words;
import java.util.List;
import java.util.stream.Collectors;

/** A cause as a row of a table in {@code docs/troubleshooting.md}: by what it is recognised, what it means, the fix. */
final class GuideRow {
    private static final int MOST = 4;

    private GuideRow() {}

    /** Where the row is: faults of tokens have a heading for each of the guard's reasons, and their codes one table. */
    static String heading(KnownCause cause) {
        if (cause.id().startsWith("token.") || cause.id().startsWith("challenge.")) {
            return "Codes of the token library";
        }
        boolean isOfTheGuard = Character.isLowerCase(cause.text().heading().charAt(0));
        return isOfTheGuard && cause.id().startsWith("gateway.")
                ? "The gateway refuses the token"
                : cause.text().heading();
    }

    static String of(KnownCause cause) {
        return "| " + seen(cause) + " | " + plain(cause.text().means()) + " | "
                + plain(cause.text().fix()) + " |";
    }

    private static String seen(KnownCause cause) {
        List<String> marks =
                cause.when().stream().map(GuideRow::mark).distinct().toList();
        return marks.stream()
                .limit(marks.stream().allMatch(mark -> mark.startsWith("AADSTS") || mark.startsWith("ID")) ? 20 : MOST)
                .collect(Collectors.joining(", "));
    }

    private static String mark(Condition condition) {
        return condition.atoms().stream()
                .filter(atom -> !atom.absent())
                .map(GuideRow::mark)
                .collect(Collectors.joining(" with "));
    }

    private static String mark(Condition.Atom atom) {
        if (atom instanceof Words words) {
            return "`" + String.join(" … ", words.parts()).replace("|", "\\|").strip() + "`";
        }
        Key key = (Key) atom;
        String name = key.key()
                .replace("exception:*", "an exception")
                .replaceFirst("^http:", "status ")
                .replaceFirst("^answer:", "an answer in the format of the ")
                .replaceFirst("^document:", "a text of the kind ")
                .replaceFirst("^token$", "a token")
                .replaceFirst("^(exception|code|reason):", "");
        String details = key.details().stream().map(Condition.Detail::toString).collect(Collectors.joining(", "));
        return details.isEmpty() ? name : name + " (" + details + ")";
    }

    /** Without places for the details of a message. */
    private static String plain(String text) {
        return text.replaceAll("\\{[\\w-]+\\|([^}]*)}", "$1")
                .replaceAll(" ?\\{[\\w-]+}", "")
                .replaceAll(" +", " ")
                .replace(" ,", ",")
                .replace(" .", ".")
                .replace("|", "\\|");
    }
}
