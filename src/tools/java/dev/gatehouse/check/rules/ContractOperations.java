package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyScope;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.xml.Element;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.local.gateway.RequirementExpression;
import java.util.List;
import java.util.Optional;

/** The operations that the gateway publishes, beside the contract's. */
final class ContractOperations {
    private ContractOperations() {}

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

    static void compare(Contract contract, Deployed deployed, Notes notes) {
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

    static void requirements(Contract contract, Deployed deployed, Notes notes) {
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
