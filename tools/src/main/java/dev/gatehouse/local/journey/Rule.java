package dev.gatehouse.local.journey;

/**
 * A rule and where it stands.
 *
 * @param name of the policy or check
 * @param where of the gateway's policies the scope and section, else empty
 */
public record Rule(Layer layer, String name, String where) {

    public Rule {
        name = Shown.printable(name);
        where = Shown.printable(where);
    }

    Rule without(Secrets secrets) {
        return new Rule(layer, secrets.hidden(name), where);
    }

    /** A rule of a layer that has no more than one place. */
    public static Rule of(Layer layer, String name) {
        return new Rule(layer, name, "");
    }
}
