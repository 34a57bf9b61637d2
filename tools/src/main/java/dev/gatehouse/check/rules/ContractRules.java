package dev.gatehouse.check.rules;

import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.chain.host.HiddenRoute;
import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the deployment with the project's contract and policy files. */
final class ContractRules {
    static final List<Rule> ALL = List.of(
            rule(
                    "roles-differ-from-contract",
                    "A role that is never checked has no effect; one that cannot be assigned makes the operation unusable.",
                    "Deploy the registration from contract/security.json again.",
                    ContractRules::roles),
            rule(
                    "scopes-differ-from-contract",
                    "A scope that is never checked has no effect; one that cannot be granted makes the operation unusable for users.",
                    "Deploy the registration from contract/security.json again.",
                    ContractRules::scopes),
            rule(
                    "onward-permissions-differ-from-contract",
                    "A permission that is not granted stops every call onward; one that the contract does not use gives the app more"
                            + " than it needs, for every user.",
                    "Deploy the registration from contract/security.json again.",
                    ContractOnward::compare),
            rule(
                    "operations-differ-from-contract",
                    "The published operations are not the contract's: one is unknown, not meant for the gateway, or missing.",
                    "Deploy the operations from contract/security.json again.",
                    ContractOperations::compare),
            rule(
                    "route-hidden",
                    "The Functions host tries functions by name, without precedence of literals: another function answers these calls.",
                    "Change one of the routes in the code and in contract/security.json, or rename a function.",
                    ContractRules::hiddenRoutes),
            rule(
                    "requirement-differs-from-contract",
                    "The gateway allows callers that the contract rejects, or rejects callers that the contract allows.",
                    "Deploy the operation's policy from contract/security.json again.",
                    ContractRules::requirements),
            rule(
                    "policy-differs-from-files",
                    "The deployed policy lacks changes that were made in the files.",
                    "Run infra/snapshot and deploy the result.",
                    PolicyFiles::compare));

    private ContractRules() {}

    private interface Comparison {
        void of(Project project, DeployedFile deployed, FindingCollector notes);
    }

    private static Rule rule(String id, String why, String fix, Comparison comparison) {
        return new Rule(id, why, fix, (deployed, notes) -> deployed.project()
                .ifPresent(project -> comparison.of(project, deployed, notes)));
    }

    private static void hiddenRoutes(Project project, DeployedFile deployed, FindingCollector notes) {
        HiddenRoute.ComparedRoutes routes = project.hiddenRoutes();
        routes.hidden()
                .forEach(hidden -> notes.found(
                        deployed.file(), "the contract's function " + hidden.hidden() + ": " + hidden.why()));
        routes.unread().forEach(why -> notes.undecided(deployed.file(), why));
    }

    private static void roles(Project project, DeployedFile deployed, FindingCollector notes) {
        Map<String, String> promised = project.contract().roles().stream()
                .collect(Collectors.toMap(
                        role -> ContractPermissions.role(role.value(), role.allowedMemberTypes()),
                        Contract.Role::description));
        Set<String> behind = Set.of(ContractPermissions.role(Contract.GATEWAY_ROLE, List.of("Application")));
        Set<String> retired = project.contract().retired().roles().stream()
                .map(role -> ContractPermissions.role(role.value(), role.allowedMemberTypes()))
                .collect(Collectors.toSet());
        ContractPermissions.ROLES.compare(promised, retired, behind, deployed, notes);
    }

    private static void scopes(Project project, DeployedFile deployed, FindingCollector notes) {
        Map<String, String> promised = project.contract().scopes().stream()
                .collect(Collectors.toMap(Contract.Scope::value, Contract.Scope::description));
        Set<String> retired = project.contract().retired().scopes().stream()
                .map(Contract.Scope::value)
                .collect(Collectors.toSet());
        ContractPermissions.SCOPES.compare(promised, retired, Set.of(), deployed, notes);
    }

    /** Whether the operations' policies allow the callers that the contract allows. */
    private static void requirements(Project project, DeployedFile deployed, FindingCollector notes) {
        ContractOperations.published(project.contract(), deployed)
                .forEach(operation -> ContractOperations.requirement(project.contract(), operation)
                        .ifPresent(requirement -> requirements(requirement, operation, deployed, notes)));
    }

    private static void requirements(
            Requirement requirement, DeployedResource operation, DeployedFile deployed, FindingCollector notes) {
        String wanted = "@(!(" + new RequirementExpression(requirement).text() + "))";
        List<PolicyDocument> open = deployed.policies().stream()
                .filter(policy -> policy.owner().equals(operation.names()))
                .filter(policy -> openBecause(policy).isPresent())
                .toList();
        if (!open.isEmpty()) {
            open.forEach(
                    policy -> notes.open(policy.place(), openBecause(policy).orElse("")));
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
