package dev.gatehouse.local.journey;

import java.util.List;

/** Every journey of a chain, for tests that look for what must be in none. */
public final class KeptJourneys {
    private KeptJourneys() {}

    public static List<Journey> of(Journeys journeys) {
        return journeys.kept();
    }
}
