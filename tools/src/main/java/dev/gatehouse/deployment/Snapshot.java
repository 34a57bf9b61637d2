package dev.gatehouse.deployment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.deployment.arm.Evaluation;
import dev.gatehouse.deployment.arm.ExpandedObject;
import dev.gatehouse.deployment.arm.Prediction;
import dev.gatehouse.input.GivenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * What {@code bicep snapshot} has written: every resource with the values it would be deployed with. A value that only
 * Azure knows is an expression.
 */
public final class Snapshot {
    /** The command that writes the snapshots. */
    public static final String COMMAND = "infra/snapshot";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final JsonNode content;
    private final List<DeployedResource> resources;

    /**
     * @param name its name in messages
     * @param content is not changed afterwards
     * @throws DeploymentFault if it is no snapshot
     */
    public Snapshot(String name, JsonNode content) {
        if (Prediction.isTemplate(content)) {
            throw new DeploymentFault(name + ": is a compiled template, whose parameters have no values yet; give the"
                    + " snapshot of a parameter file that uses it instead: " + SnapshotCommand.FOR_ANY);
        }
        content = expanded(content);
        if (!is(content)
                || !content.path("outputs").isMissingNode()
                        && !content.path("outputs").isObject()) {
            throw new DeploymentFault(
                    name + ": is not a Bicep snapshot (predictedResources, outputs); create it with " + COMMAND);
        }
        this.name = name;
        this.content = content;
        JsonNode predicted = content.path("predictedResources");
        this.resources = IntStream.range(0, predicted.size())
                .mapToObj(at -> DeployedResource.of(
                        Location.of(name).from(JsonPointer.valueOf("/predictedResources/" + at)), predicted.path(at)))
                .toList();
    }

    public String name() {
        return name;
    }

    public JsonNode content() {
        return content;
    }

    /** @throws DeploymentFault where it is not a whole deployment of what is supported here */
    public void validate() {
        new SnapshotValidator(this).check();
    }

    /** Bicep writes merged properties as one expression. */
    private static JsonNode expanded(JsonNode written) {
        boolean hasExpression = StreamSupport.stream(
                        written.path("predictedResources").spliterator(), false)
                .anyMatch(each -> each.path("properties").isTextual());
        if (!hasExpression) {
            return written;
        }
        JsonNode expanded = written.deepCopy();
        expanded.path("predictedResources")
                .forEach(each -> ExpandedObject.of(each.path("properties").asText())
                        .ifPresent(properties -> ((ObjectNode) each).set("properties", properties)));
        return expanded;
    }

    public static boolean is(JsonNode json) {
        return json.path("predictedResources").isArray();
    }

    /** @throws DeploymentFault if the file is missing */
    public static Snapshot read(Path file) {
        boolean isStandardInput = file.equals(GivenText.STANDARD_INPUT);
        String shown = isStandardInput ? GivenText.name(file) : file.toString();
        String name = isStandardInput ? shown : String.valueOf(file.getFileName());
        if (name.endsWith(".bicep") || name.endsWith(".bicepparam")) {
            throw new DeploymentFault(
                    name + ": is Bicep; give the snapshot of its parameter file instead: " + SnapshotCommand.FOR_ANY);
        }
        try {
            return new Snapshot(
                    name, JSON.readTree(isStandardInput ? GivenText.bytes(file) : Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            throw new DeploymentFault(shown + ": not found; create it with " + COMMAND);
        } catch (JsonProcessingException malformed) {
            throw new DeploymentFault(shown + ", line "
                    + malformed.getLocation().getLineNr() + ": is not valid JSON; create it again with " + COMMAND);
        } catch (IOException unreadable) {
            throw new DeploymentFault(shown + " cannot be read: " + unreadable);
        }
    }

    public List<DeployedResource> resources() {
        return resources;
    }

    /** The resources with every value that is known before the deployment. */
    public List<DeployedResource> predicted() {
        Evaluation evaluation = Evaluation.beforeDeployment();
        return resources.stream().map(each -> each.evaluated(evaluation)).toList();
    }

    List<DeployedResource> resources(String type) {
        return resources.stream().filter(resource -> resource.is(type)).toList();
    }

    /** The one resource of a type, if there is one. */
    Optional<DeployedResource> resource(String type) {
        List<DeployedResource> all = resources(type);
        if (all.size() > 1) {
            throw new DeploymentFault(
                    name + ": has " + all.size() + " resources " + type + "; only one can be deployed here");
        }
        return all.stream().findFirst();
    }

    /** The one resource of a type, which is required. */
    DeployedResource required(String type) {
        return resource(type).orElseThrow(() -> new DeploymentFault(name + ": has no resource " + type));
    }

    /** The outputs of the deployment, read like a resource. */
    DeployedResource outputs() {
        ObjectNode body = JSON.createObjectNode().put("type", "outputs");
        body.set("properties", content.path("outputs"));
        return DeployedResource.of(Location.of(name), body);
    }

    /** The tenant that every key vault must name, and the cloud whose login service the snapshot names. */
    Tenant tenant() {
        String id =
                required(ResourceTypes.VAULT).body().at("/properties/tenantId").asText();
        String text = content.toString();
        List<Cloud> clouds = Arrays.stream(Cloud.values())
                .filter(cloud -> text.contains("https://" + cloud.loginHost()))
                .toList();
        if (clouds.size() > 1) {
            throw new DeploymentFault(name + ": names the login services of several clouds: " + clouds);
        }
        return new Tenant(id, clouds.isEmpty() ? Cloud.PUBLIC : clouds.get(0));
    }
}
