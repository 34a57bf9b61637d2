package dev.gatehouse.check.deployed;

import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.Scanned;
import dev.gatehouse.xml.XmlElement;
import dev.gatehouse.xml.XmlScanner;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy document.
 *
 * @param owner the names of what it belongs to: service, API, operation; empty for a file
 * @param text before named values are filled in
 * @param xml after that
 * @param gap the expression that may become any policy; empty where all elements are known
 * @param condition the expression that decides whether it is deployed at all
 */
public record PolicyDocument(
        Location place,
        PolicyScope scope,
        List<String> owner,
        String text,
        Scanned xml,
        Optional<String> gap,
        Optional<String> condition) {
    /** What the deployment replaces in the document, besides named values. */
    public static final Pattern PLACEHOLDER = Pattern.compile("__[A-Z][A-Z0-9_]*__");

    public PolicyDocument {
        owner = List.copyOf(owner);
    }

    static PolicyDocument of(
            Location place, PolicyScope scope, List<String> owner, String text, DeployedNamedValues values) {
        Scanned scanned = XmlScanner.scan(text);
        List<XmlElement> filled =
                scanned.roots().stream().map(root -> root.with(values::filled)).toList();
        Optional<String> gap =
                isOpaque(text, scanned) ? new PartialText(text).unknown() : PolicyGaps.first(scanned.roots());
        return new PolicyDocument(place, scope, owner, text, scanned.with(filled), gap, Optional.empty());
    }

    /** Whether it cannot be examined: its text is not known, or the known part is not a complete document. */
    public boolean isOpaque() {
        return isOpaque(text, xml);
    }

    private static boolean isOpaque(String text, Scanned xml) {
        return !new PartialText(text).isKnown()
                && (xml.roots().isEmpty() || !xml.faults().isEmpty());
    }

    /** The document without the statements that are known in part only. */
    public PolicyDocument known() {
        return gap.isEmpty()
                ? this
                : new PolicyDocument(
                        place, scope, owner, text, xml.with(PolicyGaps.without(xml.roots())), gap, condition);
    }

    /** Whether one call can run both: a fragment is included anywhere, else one belongs to what the other belongs to. */
    public boolean isOnTheWayOf(PolicyDocument other) {
        if (scope == PolicyScope.FRAGMENT || other.scope == PolicyScope.FRAGMENT) {
            return true;
        }
        int common = Math.min(owner.size(), other.owner.size());
        return owner.subList(0, common).equals(other.owner.subList(0, common));
    }

    /** The same with other elements. */
    public PolicyDocument with(Scanned elements) {
        return new PolicyDocument(place, scope, owner, text, elements, gap, condition);
    }

    public PolicyDocument onlyIf(Optional<String> expression) {
        return new PolicyDocument(place, scope, owner, text, xml, gap, expression);
    }

    /** Whether another, a file, equals this one except for the placeholders that a deployment fills, {@code __NAME__}. */
    boolean isMadeOf(PolicyDocument other) {
        String filled = PLACEHOLDER
                .splitAsStream(lines(other.text()))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\n]*"));
        return lines(text).matches(filled);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** The statements of the sections of one name. */
    public Stream<XmlElement> section(String name) {
        return xml.all(name).stream().flatMap(section -> section.children().stream());
    }

    public Location at(XmlElement element) {
        return place.at(element.position());
    }
}
