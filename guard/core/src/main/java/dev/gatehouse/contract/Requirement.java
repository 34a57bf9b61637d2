package dev.gatehouse.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a caller needs to be admitted to an operation: an app one of the app roles; a user one of the scopes and, where any are
 * listed, one of the user roles, those that the contract lets users hold. In the contract's order. Without app roles no app is
 * admitted, without scopes no user.
 */
public record Requirement(List<String> appRoles, List<String> userRoles, List<String> scopes) {
    public Requirement {
        appRoles = List.copyOf(appRoles);
        userRoles = List.copyOf(userRoles);
        scopes = List.copyOf(scopes);
    }

    /** Sorts an operation's roles by who can hold them. */
    static Requirement of(List<String> roles, List<String> scopes, List<Contract.Role> declared) {
        return new Requirement(
                held(roles, declared, Contract.Role.APPLICATION), held(roles, declared, Contract.Role.USER), scopes);
    }

    private static List<String> held(List<String> roles, List<Contract.Role> declared, String memberType) {
        Set<String> held = new LinkedHashSet<>(roles);
        held.removeIf(role -> declared.stream()
                .noneMatch(each ->
                        each.value().equals(role) && each.allowedMemberTypes().contains(memberType)));
        return List.copyOf(held);
    }
}
