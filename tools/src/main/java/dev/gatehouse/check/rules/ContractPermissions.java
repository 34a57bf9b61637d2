package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.ResourceValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the roles, or the scopes, of registrations with the contract's.
 *
 * @param kind the word for one in messages
 * @param list where a registration has them
 * @param name of one, as messages show it
 */
record ContractPermissions(
        String kind, Function<Registration, ResourceValue> list, Function<ResourceValue, String> name) {
    private static final List<String> DESCRIPTIONS = List.of(
            "description",
            "adminConsentDisplayName",
            "adminConsentDescription",
            "userConsentDisplayName",
            "userConsentDescription");

    static final ContractPermissions ROLES =
            new ContractPermissions("role", Registration::roles, ContractPermissions::role);
    static final ContractPermissions SCOPES = new ContractPermissions(
            "scope", Registration::scopes, scope -> scope.at("value").text().marked());

    /**
     * The contract's apply to the registration that clients request tokens for. Behind a gateway that calls with its own
     * identity, the API's registration has one role for that identity.
     *
     * @param promised their names, as messages show them, with their descriptions
     * @param retired those that may be there, disabled
     * @param behind what the API's registration has there
     */
    void compare(
            Map<String, String> promised,
            Set<String> retired,
            Set<String> behind,
            DeployedFile deployed,
            FindingCollector notes) {
        List<Registration> apis = Registration.apis(deployed).toList();
        if (apis.isEmpty() || lists(apis).anyMatch(notes::undecided)) {
            return;
        }
        Map<Boolean, List<Registration>> split =
                apis.stream().collect(Collectors.partitioningBy(Registration::isCalledByTheGateway));
        List<Registration> front = split.getOrDefault(false, List.of());
        front.forEach(each -> {
            surplus(each, promised.keySet(), retired, notes);
            described(each, promised, notes);
        });
        split.getOrDefault(true, List.of()).forEach(each -> surplus(each, behind, Set.of(), notes));
        Set<String> registered = names(front);
        ResourceValue place = list.apply(front.isEmpty() ? apis.get(0) : front.get(0));
        new TreeSet<>(promised.keySet())
                .stream()
                        .filter(each -> !registered.contains(each))
                        .forEach(each ->
                                notes.found(place.place(), "the contract's " + kind + " " + each + " is missing"));
    }

    private void surplus(Registration registration, Set<String> promised, Set<String> retired, FindingCollector notes) {
        for (ResourceValue each : list.apply(registration).elements()) {
            String found = name.apply(each);
            boolean isRetired = retired.contains(found);
            if (promised.contains(found) || isRetired && isDisabled(each)) {
                continue;
            }
            String shown = kind + " " + FindingCollector.shown(found);
            notes.found(
                    each.place(),
                    isRetired
                            ? "the contract's " + shown + " is retired, but enabled here"
                            : "the contract has no " + shown + " here"
                                    + (isDisabled(each)
                                            ? ""
                                            : "; Entra removes it only once it is disabled: declare it with \"retired\": true"
                                                    + " until that is deployed"));
        }
    }

    private static boolean isDisabled(ResourceValue permission) {
        return permission.at("isEnabled").text().marked().equals("false");
    }

    /** What people read before they consent to it, or assign it. */
    private void described(Registration registration, Map<String, String> promised, FindingCollector notes) {
        for (ResourceValue permission : list.apply(registration).elements()) {
            String wanted = promised.get(name.apply(permission));
            DESCRIPTIONS.stream()
                    .map(permission::at)
                    .filter(text -> wanted != null && !text.isAbsent() && !notes.undecided(text))
                    .filter(text -> !text.text().marked().equals(wanted))
                    .forEach(text -> notes.found(
                            text.place(),
                            "the " + kind + " is described as '"
                                    + FindingCollector.shown(text.text().marked()) + "', the contract says '" + wanted
                                    + "'"));
        }
    }

    private Set<String> names(List<Registration> registrations) {
        return lists(registrations)
                .map(ResourceValue::elements)
                .flatMap(List::stream)
                .map(name)
                .collect(Collectors.toSet());
    }

    private Stream<ResourceValue> lists(List<Registration> registrations) {
        return registrations.stream().map(list);
    }

    static String role(String value, Collection<String> memberTypes) {
        return value + " for " + new TreeSet<>(memberTypes);
    }

    private static String role(ResourceValue role) {
        return role(
                role.at("value").text().marked(),
                role.at("allowedMemberTypes").elements().stream()
                        .map(type -> type.text().marked())
                        .toList());
    }
}
