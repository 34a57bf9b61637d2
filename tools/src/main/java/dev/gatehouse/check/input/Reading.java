package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.Deployed;
import java.util.List;
import java.util.stream.Stream;

/** What was read, and what could not be. */
public record Reading(List<Deployed> deployments, List<Unreadable> unreadable) {
    public Reading {
        deployments = List.copyOf(deployments);
        unreadable = List.copyOf(unreadable);
    }

    static Reading of(Deployed deployed) {
        return new Reading(List.of(deployed), List.of());
    }

    static Reading of(Unreadable unreadable) {
        return new Reading(List.of(), List.of(unreadable));
    }

    static Reading nothing() {
        return new Reading(List.of(), List.of());
    }

    Reading and(Reading other) {
        return new Reading(
                Stream.concat(deployments.stream(), other.deployments.stream()).toList(),
                Stream.concat(unreadable.stream(), other.unreadable.stream())
                        .distinct()
                        .toList());
    }
}
