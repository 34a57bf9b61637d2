package dev.gatehouse.check;

import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.redaction.Redaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the findings of a rule in a deployment. */
public final class FindingCollector {
    /** The last two parts of a resource id identify it for readers. */
    private static final Pattern RESOURCE_ID = Pattern.compile("'/[^']*/([^/']+/[^/']+)'");

    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{[^}]*}}");

    private final Rule rule;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<UndecidedRules> undecided = new LinkedHashSet<>();

    public FindingCollector(Rule rule) {
        this.rule = rule;
    }

    public void found(Location place, String what) {
        findings.add(Finding.of(rule, place, what));
    }

    /** @param because an expression, or what is missing to decide */
    public void undecided(Location place, String because) {
        undecided.add(new UndecidedRules(List.of(rule), place, because));
    }

    /** @param expression which is not known, and decides */
    public void open(Location place, String expression) {
        open.add(expression);
        undecided(place, atRunTime(expression));
    }

    /** An expression that is not known, and decides what was reported. */
    public void opened(String expression) {
        open.add(expression);
    }

    /** Reports a value that is only known at run time as undecided; false when it is known. */
    public boolean undecided(ResourceValue value) {
        value.unknown().ifPresent(expression -> open(value.place(), expression));
        return value.unknown().isPresent();
    }

    /** A value as findings may show it: short, on one line, without tokens or keys. */
    public static String shown(String text) {
        return Redaction.of(new PartialText(text).shown());
    }

    /** The reason for a value of which only the expression is known. */
    public static String atRunTime(String expression) {
        if (NAMED_VALUE.matcher(expression).matches()) {
            return "only known at run time: named values of the gateway";
        }
        return "only known at run time: "
                + Redaction.of(RESOURCE_ID.matcher(expression).replaceAll("'.../$1'"));
    }

    /** The expressions that are not known, and decide. */
    Set<String> open() {
        return open;
    }

    Set<Finding> findings() {
        return findings;
    }

    Set<UndecidedRules> undecided() {
        return undecided;
    }
}
