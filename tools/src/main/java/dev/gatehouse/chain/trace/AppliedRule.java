package dev.gatehouse.chain.trace;

import dev.gatehouse.secrets.KnownSecrets;
import dev.gatehouse.secrets.Redactor;

/**
 * A rule and where it stands.
 *
 * @param name of the policy or check
 * @param where of the gateway's policies the scope and section, else empty
 */
public record AppliedRule(Layer layer, String name, String where) {

    public AppliedRule {
        name = Redactor.printable(name);
        where = Redactor.printable(where);
    }

    AppliedRule without(KnownSecrets secrets) {
        return new AppliedRule(layer, secrets.hidden(name), where);
    }

    /** A rule of a layer that has no more than one place. */
    public static AppliedRule of(Layer layer, String name) {
        return new AppliedRule(layer, name, "");
    }
}
