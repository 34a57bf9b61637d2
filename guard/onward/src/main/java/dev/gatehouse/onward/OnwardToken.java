package dev.gatehouse.onward;

import java.time.Instant;

/**
 * An access token for another API, in the name of the user.
 *
 * @param value for that API alone
 */
public record OnwardToken(String value, Instant expiresAt) implements OnwardResult {

    /** Never the token itself. */
    @Override
    public String toString() {
        return "a token until " + expiresAt;
    }
}
