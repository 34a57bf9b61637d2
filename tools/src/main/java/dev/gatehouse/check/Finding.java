package dev.gatehouse.check;

import dev.gatehouse.deployment.Location;

/**
 * A mistake.
 *
 * @param rule the rule's id
 * @param found what was found, without secrets
 * @param why what it allows, and the page that documents it
 * @param fix what to do
 */
public record Finding(String rule, FindingSeverity severity, Location place, String found, String why, String fix) {

    public static Finding of(Rule rule, Location place, String found) {
        return new Finding(rule.id(), rule.severity(), place, found, rule.why(), rule.fix());
    }
}
