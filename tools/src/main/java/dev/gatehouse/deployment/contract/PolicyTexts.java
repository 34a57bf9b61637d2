package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The gateway's policies: the files of a project, else those that these tools bring along.
 *
 * @param folder with the files; empty for those that the tools bring along
 * @param areOfSnapshot whether the snapshot's own policies stay, so that the files give only a requirement's form
 */
public record PolicyTexts(Optional<Path> folder, boolean areOfSnapshot) {
    private static final String PACKAGED = "/dev/gatehouse/deployment/packaged/policies/";

    /** The files in a project's {@code infra/policies}, if it has any. */
    public static PolicyTexts ofProject(Path project) {
        return new PolicyTexts(Optional.of(project.resolve("infra/policies")).filter(Files::isDirectory), false);
    }

    /** Those of the snapshot; a requirement that they do not hold is written as these tools do. */
    public static PolicyTexts ofSnapshot() {
        return new PolicyTexts(Optional.empty(), true);
    }

    /** The policies of gateway and API, from the files. */
    void write(Resources resources) {
        if (!areOfSnapshot) {
            resources.of(ResourceTypes.GLOBAL_POLICY).forEach(policy -> put(policy, "global.xml"));
            resources.of(ResourceTypes.API_POLICY).forEach(policy -> put(policy, nameOfApiPolicy(policy, resources)));
        }
    }

    /** @param own the snapshot's policy of the operation */
    String operation(RequirementExpression requirement, Optional<String> own, Resources resources) {
        if (areOfSnapshot
                && own.filter(text -> text.contains(requirement.text())).isPresent()) {
            return own.get();
        }
        boolean canLimitByKey = resources.of(ResourceTypes.GATEWAY).stream()
                .noneMatch(service -> service.at("/sku/name").asText().equals("Consumption"));
        String name = canLimitByKey ? "operation-by-key.xml" : "operation.xml";
        String template = text(name);
        if (!template.contains(RequirementExpression.PLACEHOLDER)) {
            throw new DeploymentFault(
                    folder.map(path -> path.resolve(name).toString()).orElse(name)
                            + ": has no " + RequirementExpression.PLACEHOLDER
                            + ", where an operation's requirement belongs: nothing would check it");
        }
        return requirement.in(template);
    }

    private static String nameOfApiPolicy(ObjectNode policy, Resources resources) {
        boolean isJwt = policy.at("/properties/value").asText().contains("<validate-jwt");
        return "api-" + (resources.isOfGatewayIdentity() ? "gateway-identity" : "caller-token")
                + (isJwt ? "-validate-jwt" : "") + ".xml";
    }

    private void put(ObjectNode policy, String name) {
        policy.withObject("/properties").put("value", text(name));
    }

    private String text(String name) {
        try {
            if (folder.isPresent()) {
                return Files.readString(folder.get().resolve(name));
            }
            try (InputStream packaged = PolicyTexts.class.getResourceAsStream(PACKAGED + name)) {
                if (packaged == null) {
                    throw new IllegalStateException(name + " is missing in these tools' jar");
                }
                return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the policy " + name + " cannot be read", unreadable);
        }
    }
}
