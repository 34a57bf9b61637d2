package dev.gatehouse.check;

import dev.gatehouse.arm.Text;
import dev.gatehouse.check.deployed.Place;
import dev.gatehouse.check.deployed.Value;
import dev.gatehouse.redaction.Redaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a rule notes while it looks at a deployment. */
public final class Notes {
    /** Of a resource's id the last two parts say what it is. */
    private static final Pattern RESOURCE_ID = Pattern.compile("'/[^']*/([^/']+/[^/']+)'");

    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{[^}]*}}");

    private final Rule rule;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<Undecided> undecided = new LinkedHashSet<>();

    public Notes(Rule rule) {
        this.rule = rule;
    }

    public void found(Place place, String what) {
        findings.add(new Finding(rule.id(), place, what, rule.why(), rule.fix()));
    }

    /** @param because an expression, or what is missing to decide */
    public void undecided(Place place, String because) {
        undecided.add(new Undecided(List.of(rule), place, because));
    }

    /** Notes a value that is only known at run time; false when this one is known. */
    public boolean undecided(Value value) {
        value.unknown().ifPresent(expression -> undecided(value.place(), atRunTime(expression)));
        return value.unknown().isPresent();
    }

    /** A value as findings may show it: short, on one line, nothing like a token or a key. */
    public static String shown(String text) {
        return Redaction.of(new Text(text).shown());
    }

    /** That something is known by an expression only. */
    public static String atRunTime(String expression) {
        if (NAMED_VALUE.matcher(expression).matches()) {
            return "only known at run time: named values of the gateway";
        }
        return "only known at run time: "
                + Redaction.of(RESOURCE_ID.matcher(expression).replaceAll("'.../$1'"));
    }

    Set<Finding> findings() {
        return findings;
    }

    Set<Undecided> undecided() {
        return undecided;
    }
}
