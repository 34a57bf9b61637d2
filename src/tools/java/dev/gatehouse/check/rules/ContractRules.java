package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Value;
import dev.gatehouse.contract.Contract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether what is deployed is what {@code contract/security.json} promises. */
final class ContractRules {
    static final List<Rule> ALL = List.of(
            rule(
                    "roles-differ-from-contract",
                    "A role that is nowhere checked opens nothing, and one that nobody can get shuts the operation for all.",
                    "Deploy the registration from contract/security.json again.",
                    (contract, deployed, notes) -> compare(
                            deployed, Registration::roles, ContractRules::role, roles(contract), "role", notes)),
            rule(
                    "scopes-differ-from-contract",
                    "A scope that is nowhere checked opens nothing, and one that nobody can get shuts the operation for all users.",
                    "Deploy the registration from contract/security.json again.",
                    (contract, deployed, notes) -> compare(
                            deployed,
                            Registration::scopes,
                            scope -> scope.at("value").text().marked(),
                            contract.scopes().stream()
                                    .map(Contract.Scope::value)
                                    .collect(Collectors.toSet()),
                            "scope",
                            notes)),
            rule(
                    "operations-differ-from-contract",
                    "The gateway publishes what the contract does not know or keeps for itself, or leaves out what it promises.",
                    "Deploy the operations from contract/security.json again.",
                    ContractOperations::compare),
            rule(
                    "requirement-differs-from-contract",
                    "The gateway lets in whom the contract refuses, or the reverse.",
                    "Deploy the operation's policy from contract/security.json again.",
                    ContractOperations::requirements));

    private ContractRules() {}

    private interface Comparison {
        void of(Contract contract, Deployed deployed, Notes notes);
    }

    private static Rule rule(String id, String why, String fix, Comparison comparison) {
        return new Rule(id, why, fix, (deployed, notes) -> deployed.contract()
                .ifPresent(contract -> comparison.of(contract, deployed, notes)));
    }

    private static Set<String> roles(Contract contract) {
        return contract.roles().stream()
                .map(role -> role.value() + " for " + new TreeSet<>(role.allowedMemberTypes()))
                .collect(Collectors.toSet());
    }

    private static String role(Value role) {
        return role.at("value").text().marked() + " for "
                + role.at("allowedMemberTypes").elements().stream()
                        .map(type -> type.text().marked())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The gateway's own role is in the registration of the flow in which it calls with an identity of its own. */
    private static void compare(
            Deployed deployed,
            Function<Registration, Value> list,
            Function<Value, String> name,
            Set<String> promised,
            String kind,
            Notes notes) {
        List<Value> lists = Registration.apis(deployed).map(list).toList();
        if (lists.isEmpty() || lists.stream().anyMatch(notes::undecided)) {
            return;
        }
        Map<String, Value> registered = lists.stream()
                .flatMap(each -> each.elements().stream())
                .filter(each -> !each.at("value").text().marked().equals(Contract.GATEWAY_ROLE))
                .collect(Collectors.toMap(name, each -> each, (one, other) -> one));
        registered.forEach((text, value) -> {
            if (!promised.contains(text)) {
                notes.found(value.place(), "the contract has no " + kind + " " + Notes.shown(text));
            }
        });
        promised.stream()
                .filter(text -> !registered.containsKey(text))
                .sorted()
                .forEach(text ->
                        notes.found(lists.get(0).place(), "the contract's " + kind + " " + text + " is missing"));
    }
}
