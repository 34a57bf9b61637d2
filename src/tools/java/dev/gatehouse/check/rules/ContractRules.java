package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyScope;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;
import dev.gatehouse.check.xml.Element;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.local.gateway.RequirementExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                    ContractRules::operations),
            rule(
                    "requirement-differs-from-contract",
                    "The gateway lets in whom the contract refuses, or the reverse.",
                    "Deploy the operation's policy from contract/security.json again.",
                    ContractRules::requirements));

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

    /** The operations of the contract's API; of the only one when none has its name. */
    private static List<Resource> published(Contract contract, Deployed deployed) {
        List<Resource> apis = deployed.all(GatewayRules.API).toList();
        Optional<Resource> api = apis.stream()
                .filter(each -> each.ownName().equals(contract.api()))
                .findFirst()
                .or(() -> apis.size() == 1 ? Optional.of(apis.get(0)) : Optional.empty());
        return api.stream()
                .flatMap(found -> deployed.all(GatewayRules.API + "/operations").filter(each -> each.isBelow(found)))
                .toList();
    }

    private static boolean isSame(Operation promised, Resource published) {
        String path = published.at("properties.urlTemplate").text().marked();
        return promised.method().equals(published.at("properties.method").text().marked())
                && promised.route().equals(path.startsWith("/") ? path.substring(1) : path);
    }

    private static void operations(Contract contract, Deployed deployed, Notes notes) {
        List<Resource> published = published(contract, deployed);
        List<Operation> promised =
                contract.operations().stream().filter(each -> !each.isPublic()).toList();
        published.stream()
                .filter(each -> promised.stream().noneMatch(one -> isSame(one, each)))
                .forEach(each -> notes.found(
                        each.place(), "the contract has no such operation, or it is public and not for the gateway"));
        deployed.all(GatewayRules.API).limit(1).forEach(api -> promised.stream()
                .filter(one -> published.stream().noneMatch(each -> isSame(one, each)))
                .forEach(one -> notes.found(
                        api.place(), "the contract's " + one.method() + " " + one.route() + " is not published")));
    }

    private static void requirements(Contract contract, Deployed deployed, Notes notes) {
        for (Resource operation : published(contract, deployed)) {
            contract.operations().stream()
                    .filter(each -> isSame(each, operation))
                    .findFirst()
                    .flatMap(Operation::requirement)
                    .ifPresent(requirement -> requirement(requirement, operation, deployed, notes));
        }
    }

    private static void requirement(Requirement requirement, Resource operation, Deployed deployed, Notes notes) {
        String wanted = "@(!(" + new RequirementExpression(requirement).text() + "))";
        boolean unknown = deployed.policies().stream()
                .anyMatch(policy -> policy.owner().equals(operation.names()) && EachPolicy.isUnknown(policy));
        if (unknown) {
            notes.undecided(operation.place(), "the text of its policy is only known at run time");
            return;
        }
        boolean asked = deployed.policies().stream()
                .filter(policy -> policy.scope() == PolicyScope.OPERATION
                        && policy.owner().equals(operation.names()))
                .flatMap(policy -> policy.section("inbound"))
                .filter(statement -> statement.is("choose"))
                .flatMap(choose -> choose.children("when").stream())
                .anyMatch(when -> refusesUnless(when, wanted));
        if (!asked) {
            notes.found(
                    operation.place(),
                    "its policy does not refuse all but app roles " + requirement.appRoles() + ", user roles "
                            + requirement.userRoles() + ", scopes " + requirement.scopes());
        }
    }

    private static boolean refusesUnless(Element when, String wanted) {
        return when.attribute("condition").filter(wanted::equals).isPresent()
                && when.children("return-response").stream()
                        .flatMap(answer -> answer.children("set-status").stream())
                        .anyMatch(status ->
                                status.attribute("code").filter("403"::equals).isPresent());
    }
}
