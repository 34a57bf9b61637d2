package dev.gatehouse.check.rules;

import dev.gatehouse.arm.Text;
import dev.gatehouse.check.Notes;
import dev.gatehouse.check.deployed.Place;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.Value;
import dev.gatehouse.check.xml.Element;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A text that somebody wrote, in a policy or a resource, and what messages call it. */
record Written(Place place, String subject, Text text) {

    static Written of(PolicyDocument policy, Element element) {
        return new Written(policy.at(element), "<" + element.tag().name() + ">", written(element.text()));
    }

    static Optional<Written> attribute(PolicyDocument policy, Element element, String name) {
        return element.attribute(name)
                .map(value ->
                        new Written(policy.at(element), "<" + element.tag().name() + " " + name + ">", written(value)));
    }

    static Stream<Written> elements(PolicyDocument policy, String name) {
        return policy.xml().all(name).stream().map(element -> of(policy, element));
    }

    static Stream<Written> attributes(PolicyDocument policy, String element, String name) {
        return policy.xml().all(element).stream().flatMap(each -> attribute(policy, each, name).stream());
    }

    static Written of(Value value) {
        String within = value.place().within();
        return new Written(value.place(), within.substring(within.lastIndexOf('.') + 1), value.text());
    }

    /** Notes it when it is known to be bad, or cannot be known to be. */
    void noteWhen(Predicate<String> bad, Notes notes) {
        if (!text.isKnown()) {
            notes.undecided(place, Notes.atRunTime(text.unknown().orElse("")));
        } else if (bad.test(text.marked())) {
            notes.found(place, shown());
        }
    }

    String shown() {
        return subject + " is '" + Notes.shown(text.marked()) + "'";
    }

    /** Of a policy expression nothing is known. */
    private static Text written(String text) {
        return text.startsWith("@(") || text.startsWith("@{") ? Text.unknown(text) : new Text(text);
    }
}
