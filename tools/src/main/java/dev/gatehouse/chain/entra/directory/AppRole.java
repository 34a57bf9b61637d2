package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * A role that an API offers.
 *
 * @param value in the {@code roles} claim
 * @param allowedMemberTypes {@code Application}, {@code User} or both
 */
public record AppRole(String id, String value, List<String> allowedMemberTypes) {
    public static final String APPLICATION = "Application";
    public static final String USER = "User";

    public AppRole {
        allowedMemberTypes = List.copyOf(allowedMemberTypes);
    }

    public static AppRole forApplications(String id, String value) {
        return new AppRole(id, value, List.of(APPLICATION));
    }

    public static AppRole forUsers(String id, String value) {
        return new AppRole(id, value, List.of(USER));
    }
}
