package dev.gatehouse.doctor.token;

import java.time.Duration;
import java.time.Instant;

/** A length of time in words, as past or future. */
record DurationFormat(Instant now) {

    String of(Instant moment) {
        Duration from = Duration.between(moment, now);
        return from.isNegative() ? "in " + words(from.negated()) : words(from) + " ago";
    }

    /** Rounded down to the two largest units. */
    static String words(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 1) {
            return length.toSeconds() + " s";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = length.toHours();
        return hours < 48 ? hours + " h " + length.toMinutesPart() + " min" : length.toDays() + " days";
    }
}
