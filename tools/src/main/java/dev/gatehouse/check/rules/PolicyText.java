package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text in a policy or a resource, and its name in messages. */
record PolicyText(Location place, String subject, PartialText text) {
    /** The marks by which scripts find what they fill in: {@code {x}, ${x}, <x>, #{x}#, %x%, __x__, SOME_NAME}. */
    private static final Pattern FILLED_IN = Pattern.compile(
            "[$#]?\\{[\\w .-]+}#?|<[\\w .-]+>|%[\\w.-]+%|__\\w+__|\\$\\([\\w.-]+\\)|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    /** Those of them that are unmistakable inside a longer text. */
    private static final Pattern WITHIN = Pattern.compile("(?<!\\{)[$#]?\\{[\\w .-]+}(?!})#?|\\$\\([\\w.-]+\\)"
            + "|(?<![\\w-])[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(?![\\w-])");

    static PolicyText of(PolicyDocument policy, XmlElement element) {
        return new PolicyText(policy.at(element), element.shown(), written(element.text()));
    }

    static Optional<PolicyText> attribute(PolicyDocument policy, XmlElement element, String name) {
        return element.attribute(name)
                .map(value ->
                        new PolicyText(policy.at(element), "<" + element.name() + " " + name + ">", written(value)));
    }

    static Stream<PolicyText> elements(PolicyDocument policy, String name) {
        return policy.xml().all(name).stream().map(element -> of(policy, element));
    }

    static Stream<PolicyText> attributes(PolicyDocument policy, String element, String name) {
        return policy.xml().all(element).stream().flatMap(each -> attribute(policy, each, name).stream());
    }

    static PolicyText of(ResourceValue value) {
        String within = value.place().within();
        return new PolicyText(value.place(), within.substring(within.lastIndexOf('.') + 1), value.text());
    }

    /** Whether a text is nothing but a place that a script fills in before the deployment. */
    static boolean isFilledIn(String text) {
        return FILLED_IN.matcher(text.strip()).matches();
    }

    /** Reports the text when it is bad, or as undecided when that is not known. */
    void noteWhen(Predicate<String> bad, FindingCollector notes) {
        if (!text.isKnown()) {
            notes.open(place, text.unknown().orElse(""));
        } else if (bad.test(text.marked()) && isFilledIn(text.marked())) {
            notes.undecided(place, shown() + ", which looks like a placeholder that a script fills");
        } else if (bad.test(text.marked())) {
            notes.found(place, shown());
        }
    }

    String shown() {
        return subject + " is '" + FindingCollector.shown(text.marked()) + "'";
    }

    /** The value of a policy expression is not known, nor what a script fills in. */
    private static PartialText written(String text) {
        String written = text.strip();
        return written.startsWith("@(") || written.startsWith("@{")
                ? PartialText.unknown(text)
                : new PartialText(WITHIN.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                PartialText.unknown(found.group()).marked())));
    }
}
