package dev.gatehouse.check.rules;

import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Compares the callers that the operations' policies allow with the contract. */
final class ContractRequirements {
    private ContractRequirements() {}

    static void compare(Project project, DeployedFile deployed, FindingCollector notes) {
        ContractOperations.published(project.contract(), deployed)
                .forEach(operation -> ContractOperations.requirement(project.contract(), operation)
                        .ifPresent(requirement -> compare(requirement, operation, deployed, notes)));
    }

    private static void compare(
            Requirement requirement, DeployedResource operation, DeployedFile deployed, FindingCollector notes) {
        String wanted = "@(!(" + new RequirementExpression(requirement).text() + "))";
        List<PolicyDocument> open = deployed.policies().stream()
                .filter(policy -> policy.owner().equals(operation.names()))
                .filter(policy -> openBecause(policy).isPresent())
                .toList();
        if (!open.isEmpty()) {
            open.forEach(policy -> notes.undecided(
                    policy.place(),
                    FindingCollector.atRunTime(openBecause(policy).orElse(""))));
            return;
        }
        boolean asked = deployed.policies().stream()
                .filter(policy -> policy.scope() == PolicyScope.OPERATION
                        && policy.owner().equals(operation.names()))
                .flatMap(policy -> policy.section("inbound"))
                .filter(statement -> statement.is("choose"))
                .flatMap(choose -> choose.children("when").stream().limit(1)) // one before it would be run instead
                .anyMatch(when -> refusesUnless(when, wanted));
        if (!asked) {
            notes.found(
                    operation.place(),
                    "its policy does not reject all callers except app roles " + requirement.appRoles()
                            + ", user roles " + requirement.userRoles() + ", scopes " + requirement.scopes());
        }
    }

    /** What keeps the policy, or whether it is deployed, from being known. */
    private static Optional<String> openBecause(PolicyDocument policy) {
        return policy.gap().or(policy::condition);
    }

    private static boolean refusesUnless(XmlElement when, String wanted) {
        return when.attribute("condition").filter(wanted::equals).isPresent()
                && when.children("return-response").stream()
                        .flatMap(answer -> answer.children("set-status").stream())
                        .anyMatch(status ->
                                status.attribute("code").filter("403"::equals).isPresent());
    }
}
