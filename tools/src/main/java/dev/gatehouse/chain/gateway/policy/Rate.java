package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.time.Duration;

/** A number of calls within a sliding window. */
record Rate(int calls, Duration period) {
    static final Duration LONGEST = Duration.ofSeconds(300);

    static Rate compile(XmlElement element, Compilation compilation) {
        int calls = new Attributes(element, compilation).number("calls", 1, Integer.MAX_VALUE);
        int seconds = new Attributes(element, compilation).number("renewal-period", 1, (int) LONGEST.toSeconds());
        return new Rate(calls, Duration.ofSeconds(seconds));
    }
}
