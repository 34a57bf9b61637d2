package dev.gatehouse.local.deployment;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.gateway.Api;
import dev.gatehouse.local.gateway.RequirementExpression;
import dev.gatehouse.local.gateway.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which policies of a deployment are none of the files', with the operation's requirement in the one placeholder. */
record PolicyDrift(Contract contract, Path policies) {

    List<String> from(PolicySource global, Api api, Flow flow) {
        List<String> differences = new ArrayList<>();
        String ofFlow = flow == Flow.CALLER_TOKEN ? "api-caller-token" : "api-gateway-identity";
        differences.addAll(compared(global, List.of("global.xml"), text -> text));
        differences.addAll(
                compared(api.policy(), List.of(ofFlow + ".xml", ofFlow + "-validate-jwt.xml"), text -> text));
        api.operations().forEach(operation -> contract.operation(operation.name())
                .flatMap(dev.gatehouse.contract.Operation::requirement)
                .map(RequirementExpression::new)
                .ifPresent(requirement -> differences.addAll(compared(
                        operation.policy(), List.of("operation.xml", "operation-by-key.xml"), requirement::in))));
        return differences;
    }

    private List<String> compared(PolicySource deployed, List<String> files, UnaryOperator<String> filled) {
        return files.stream().anyMatch(file -> filled.apply(text(file)).equals(deployed.text()))
                ? List.of()
                : List.of(deployed.name() + ", properties.value: is not " + String.join(" or ", files)
                        + " with the contract's requirement");
    }

    private String text(String file) {
        try {
            return PolicySource.read(policies.resolve(file)).text();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the policy " + policies.resolve(file) + " cannot be read", unreadable);
        }
    }
}
