package dev.gatehouse.token;

import java.util.List;
import java.util.Optional;

/**
 * A token checked for people who look for a reason. It lets no caller in, and what the token says may be forged unless the signature
 * has passed.
 *
 * @param results in the order of the checks; where the token cannot be read, that alone
 * @param claimed the caller that the token names; empty where it cannot be read
 */
public record Explanation(List<CheckResult> results, Optional<ClaimedCaller> claimed) {
    public Explanation {
        results = List.copyOf(results);
    }
}
