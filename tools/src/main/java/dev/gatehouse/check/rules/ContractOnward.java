package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.contract.Contract.OnwardApi;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the permissions that the API's registration requires, and is granted, with those that the contract uses onward. */
final class ContractOnward {
    /** As {@code infra/registrations.bicep} names them. */
    private static final String CLIENT = "reference('apiPrincipal').id";

    private static final Pattern CALLED = Pattern.compile("reference\\('onwardPrincipals\\[(\\d{1,3})]'\\)\\.id");

    private ContractOnward() {}

    static void compare(Project project, DeployedFile deployed, FindingCollector notes) {
        List<Registration> apis = Registration.apis(deployed).toList();
        if (apis.isEmpty()) {
            return;
        }
        boolean keepsTokens = apis.stream().anyMatch(Registration::isCalledByTheGateway);
        List<OnwardApi> used = keepsTokens ? List.of() : project.contract().onward();
        Set<String> wanted = used.stream()
                .flatMap(api -> api.scopes().stream().map(scope -> shown(api.clientId(), scope)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> required = required(apis).map(each -> each.text().marked()).toList();
        ResourceValue list = apis.get(0).app().at("properties.requiredResourceAccess");
        if (!required.equals(used.stream().map(OnwardApi::clientId).toList())) {
            notes.found(
                    list.place(),
                    "access is required to " + required + ", the contract calls "
                            + used.stream().map(OnwardApi::clientId).toList());
        }
        Set<String> granted = granted(deployed, required, notes);
        difference(wanted, granted)
                .forEach(each -> notes.found(list.place(), "the contract's permission " + each + " is not granted"));
        difference(granted, wanted)
                .forEach(each ->
                        notes.found(list.place(), "the permission " + each + " is granted, but not in the contract"));
    }

    private static Stream<ResourceValue> required(List<Registration> apis) {
        return apis.stream()
                .flatMap(api -> api.app().at("properties.requiredResourceAccess").elements().stream())
                .map(each -> each.at("resourceAppId"));
    }

    private static Set<String> granted(DeployedFile deployed, List<String> required, FindingCollector notes) {
        Set<String> granted = new TreeSet<>();
        deployed.all(ResourceTypes.PERMISSION_GRANT)
                .filter(grant -> grant.at("properties.clientId")
                        .unknown()
                        .filter(CLIENT::equals)
                        .isPresent())
                .forEach(grant -> granted.addAll(permissions(grant, required, notes)));
        return granted;
    }

    private static List<String> permissions(DeployedResource grant, List<String> required, FindingCollector notes) {
        ResourceValue called = grant.at("properties.resourceId");
        Matcher number = CALLED.matcher(called.unknown().orElse(""));
        if (!number.matches() || Integer.parseInt(number.group(1)) >= required.size()) {
            notes.undecided(called.place(), "which API the grant is for");
            return List.of();
        }
        String clientId = required.get(Integer.parseInt(number.group(1)));
        return Stream.of(grant.at("properties.scope").text().marked().split(" +"))
                .map(scope -> shown(clientId, scope))
                .toList();
    }

    private static Set<String> difference(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static String shown(String clientId, String scope) {
        return scope + " of " + clientId;
    }
}
