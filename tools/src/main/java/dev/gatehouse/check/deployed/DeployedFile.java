package dev.gatehouse.check.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.arm.Choices;
import dev.gatehouse.deployment.arm.Evaluation;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one file deploys.
 *
 * @param choices what depends on conditions that are not known
 * @param secure the expressions whose values are secrets
 * @param project that the file belongs to
 */
public record DeployedFile(
        Location file,
        List<DeployedResource> resources,
        List<PolicyDocument> policies,
        DeployedNamedValues namedValues,
        ResourceValue outputs,
        Choices choices,
        Set<String> secure,
        Optional<Project> project) {

    public DeployedFile {
        resources = List.copyOf(resources);
        policies = List.copyOf(policies);
        secure = Set.copyOf(secure);
    }

    /** A deployment of resources. */
    public static DeployedFile of(
            Location file,
            List<DeployedResource> resources,
            JsonNode outputs,
            Choices choices,
            Set<String> secure,
            Optional<Project> project) {
        DeployedNamedValues values = new DeployedNamedValues(resources);
        return new DeployedFile(
                file,
                resources,
                policies(resources, values),
                values,
                new ResourceValue(file.property("outputs"), outputs),
                choices,
                secure,
                project);
    }

    /** What a snapshot deploys. */
    public static DeployedFile of(Location file, Snapshot snapshot, Optional<Project> project) {
        return of(
                file,
                snapshot.predicted(),
                Evaluation.beforeDeployment().of(snapshot.content().path("outputs")),
                new Choices(),
                Set.of(),
                project);
    }

    /** A policy document in a separate file. */
    public static DeployedFile ofPolicy(Location file, String text) {
        DeployedNamedValues values = new DeployedNamedValues(List.of());
        PolicyScope scope = PolicyScope.ofFile(file.file(), text);
        return new DeployedFile(
                file,
                List.of(),
                List.of(PolicyDocument.of(file, scope, List.of(), text, values)),
                values,
                new ResourceValue(file, MissingNode.getInstance()),
                new Choices(),
                Set.of(),
                Optional.empty());
    }

    /** What is deployed where a condition that is not known is true, or false. */
    public DeployedFile assuming(String condition, boolean isTrue) {
        List<DeployedResource> deployed = resources.stream()
                .flatMap(each -> each.assuming(condition, isTrue).stream())
                .map(each -> each.with(choices.assuming(each.body(), condition, isTrue)))
                .toList();
        return of(file, deployed, choices.assuming(outputs.node(), condition, isTrue), choices, secure, project);
    }

    private static List<PolicyDocument> policies(List<DeployedResource> resources, DeployedNamedValues values) {
        List<PolicyDocument> policies = new ArrayList<>();
        for (DeployedResource resource : resources) {
            PolicyScope scope = PolicyScope.of(resource);
            if (scope != PolicyScope.UNKNOWN) {
                ResourceValue value = resource.at("properties.value").isAbsent()
                        ? resource.at("properties.policyContent") // API versions before 2018-06
                        : resource.at("properties.value");
                PartialText text =
                        isElsewhere(resource) ? PartialText.unknown("the policy at an address") : value.text();
                List<String> names = resource.names();
                List<String> owner = scope == PolicyScope.FRAGMENT ? names : names.subList(0, names.size() - 1);
                policies.add(PolicyDocument.of(value.place(), scope, owner, text.marked(), values)
                        .onlyIf(resource.condition()));
            }
        }
        return policies;
    }

    /** Whether a policy's value is not its text but an address that Azure reads it from. */
    private static boolean isElsewhere(DeployedResource policy) {
        return policy.at("properties.format").text().marked().endsWith("-link")
                || policy.at("properties.contentFormat").text().marked().endsWith("-link")
                || policy.at("properties.value").text().prefix().startsWith("http");
    }

    /** Whether it is a policy in a separate file. */
    public boolean isPolicyFile() {
        return resources.isEmpty()
                && policies.stream().anyMatch(policy -> policy.place().equals(file));
    }

    /** Whether another is a policy file that this deploys as a whole, whatever the values of its parameters. */
    public boolean deploys(DeployedFile other) {
        return other.isPolicyFile()
                && policies.stream()
                        .filter(policy -> !isPolicyFile() && policy.condition().isEmpty())
                        .anyMatch(policy -> other.policies().stream().allMatch(policy::isMadeOf));
    }

    /** The policies here that were made of a policy file. */
    public Stream<Location> copiesOf(DeployedFile policyFile) {
        return policies.stream()
                .filter(policy ->
                        !isPolicyFile() && policyFile.policies().stream().allMatch(policy::isMadeOf))
                .map(PolicyDocument::place);
    }

    /** What the project promises. */
    public Optional<Contract> contract() {
        return project.map(Project::contract);
    }

    public Stream<DeployedResource> all(String type) {
        return resources.stream().filter(resource -> resource.is(type));
    }
}
