package dev.gatehouse.check;

import dev.gatehouse.check.deployed.Place;

/** Where a rule could not be decided, and the expression or the circumstance that keeps it from being. */
public record Undecided(Rule rule, Place place, String because) {

    /** As a finding, for who wants to pass only what was decided. */
    public Finding asFinding() {
        return new Finding(rule.id(), place, "not decided: " + because, rule.why(), rule.fix());
    }
}
