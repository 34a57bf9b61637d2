package dev.gatehouse.doctor.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.rendering.ReportJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pasted text says.
 *
 * @param findings the cause first
 * @param consequences findings that one of these explains
 * @param unknown errors that are not in the catalogue
 * @param recovered whether an answer of a success follows the last one of a failure
 * @param ids to quote to support, by their names
 */
public record PasteExplanation(
        Paste paste,
        List<FoundCause> findings,
        List<FoundCause> consequences,
        List<UnknownError> unknown,
        boolean recovered,
        Map<String, Set<String>> ids) {
    public PasteExplanation {
        findings = List.copyOf(findings);
        consequences = List.copyOf(consequences);
        unknown = List.copyOf(unknown);
    }

    /** The cause of what the person sees; empty if it is not known. */
    Optional<FoundCause> first() {
        return findings.stream()
                .filter(found -> found.cause().role() != KnownCause.Role.NOISE)
                .findFirst();
    }

    /** The id of the first cause; empty if it is not known. */
    public Optional<String> cause() {
        return first().map(found -> found.cause().id());
    }

    /** What the first cause means, and its fix; empty if it is not known. */
    public Optional<Answer> answer() {
        return first().map(found -> new Answer(found.means(), found.fix()));
    }

    /** The same for a fault alone: not where the text is only input for another command. */
    public Optional<Answer> fault() {
        return first().filter(found -> found.cause().role() != KnownCause.Role.INPUT)
                .map(found -> new Answer(found.means(), found.fix()));
    }

    /** The first cause, for a page that shows the error itself. */
    public record Answer(String means, String fix) {}

    public String json() {
        return ReportJson.of(new Json(
                first().map(found -> Json.Reported.of(found, paste, "cause")).orElse(null),
                Stream.concat(
                                findings.stream()
                                        .filter(found -> !first().equals(Optional.of(found)))
                                        .map(found -> Json.Reported.of(found, paste, Json.role(found))),
                                consequences.stream().map(found -> Json.Reported.of(found, paste, "consequence")))
                        .toList(),
                unknown.stream()
                        .map(each -> new Json.NotKnown(
                                each.what(), each.layer(), Headings.link(each.nearest()), paste.line(each.at())))
                        .toList(),
                recovered,
                ids));
    }

    /** {@code first} is null where nothing is known. */
    private record Json(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Reported first,

            List<Reported> further,
            List<NotKnown> unknown,
            boolean recovered,
            Map<String, Set<String>> ids) {

        static String role(FoundCause found) {
            return switch (found.cause().role()) {
                case CAUSE, INPUT -> "also";
                case SYMPTOM -> "symptom";
                case NOISE -> "noise";
            };
        }

        private record Reported(
                String cause,
                String role,
                String layer,
                String confidence,
                String means,
                List<Alternative> otherCauses,
                String fix,
                String who,
                String where,
                String source,
                String heading,
                List<Evidence> evidence) {
            static Reported of(FoundCause found, Paste paste, String role) {
                var text = found.cause().text();
                int at = found.signal().at();
                return new Reported(
                        found.cause().id(),
                        role,
                        text.layer(),
                        found.confidence().word(),
                        found.means(),
                        text.likely().stream()
                                .map(each -> new Alternative(found.filled(each.cause()), found.filled(each.tell())))
                                .toList(),
                        found.fix(),
                        text.who(),
                        text.where(),
                        text.source(),
                        Headings.link(text.heading()),
                        List.of(new Evidence(paste.line(at), paste.shown(at), found.times())));
            }
        }

        private record Alternative(String cause, String tell) {}

        private record Evidence(int line, String text, long times) {}

        private record NotKnown(String what, String layer, String heading, int line) {}
    }
}
