package dev.gatehouse.check.rules;

import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.deployment.contract.BrowserOrigins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Compares the deployed policies with the project's files; their one placeholder is the operation's requirement. */
record PolicyFiles(Project project, DeployedFile deployed, FindingCollector notes) {

    static void compare(Project project, DeployedFile deployed, FindingCollector notes) {
        if (!project.policies().isEmpty()) {
            new PolicyFiles(project, deployed, notes).compare();
        }
    }

    private void compare() {
        deployed.all(ResourceTypes.GATEWAY)
                .forEach(service -> compare(service, PolicyScope.GLOBAL, "global", UnaryOperator.identity()));
        ContractOperations.api(project.contract(), deployed)
                .ifPresent(api -> compare(api, PolicyScope.API, ofTheFlow(), UnaryOperator.identity()));
        ContractOperations.published(project.contract(), deployed).forEach(operation -> ContractOperations.requirement(
                        project.contract(), operation)
                .map(RequirementExpression::new)
                .ifPresent(requirement -> compare(operation, PolicyScope.OPERATION, "operation", requirement::in)));
    }

    private String ofTheFlow() {
        List<Registration> apis = Registration.apis(deployed).toList();
        if (apis.isEmpty()) {
            return "api-";
        }
        return apis.stream().anyMatch(Registration::isCalledByTheGateway) ? "api-gateway-identity" : "api-caller-token";
    }

    private static String asInTheFile(PolicyDocument document) {
        return document.scope() == PolicyScope.API ? BrowserOrigins.without(document.text()) : document.text();
    }

    private void compare(DeployedResource of, PolicyScope scope, String prefix, UnaryOperator<String> filled) {
        Map<String, String> files = project.policies(prefix);
        List<PolicyDocument> documents = deployed.policies().stream()
                .filter(policy -> policy.scope() == scope && policy.owner().equals(of.names()))
                .toList();
        if (documents.isEmpty()) {
            notes.found(of.place(), "has no policy; the files have " + files.keySet());
        }
        for (PolicyDocument document : documents) {
            Optional<String> unknown =
                    new PartialText(document.text()).unknown().or(document::condition);
            if (unknown.isPresent()) {
                notes.open(document.place(), unknown.get());
            } else if (files.values().stream().map(filled).noneMatch(asInTheFile(document)::equals)) {
                notes.found(document.place(), "does not match any of " + files.keySet() + " with the current contract");
            }
        }
    }
}
