package dev.gatehouse.chain.trace;

import dev.gatehouse.secrets.KnownSecrets;
import dev.gatehouse.secrets.Redactor;

/**
 * A rule and its place.
 *
 * @param name of the policy or check
 * @param where scope and section of a gateway policy; otherwise empty
 */
public record AppliedRule(Layer layer, String name, String where) {

    public AppliedRule {
        name = Redactor.printable(name);
        where = Redactor.printable(where);
    }

    AppliedRule without(KnownSecrets secrets) {
        return new AppliedRule(layer, secrets.hidden(name), where);
    }

    /** A rule of a layer with only one place. */
    public static AppliedRule of(Layer layer, String name) {
        return new AppliedRule(layer, name, "");
    }
}
