package dev.gatehouse.check.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.arm.Choices;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@code function.json}, which the host reads a function from (https://learn.microsoft.com/azure/azure-functions/functions-reference). */
public final class FunctionFile {
    public static final String NAME = "function.json";

    private FunctionFile() {}

    /** Whether a file of that name describes a function that is called over HTTP. */
    public static boolean mayBe(String text) {
        return text.contains("\"bindings\"") && text.contains("httpTrigger");
    }

    /** @param function the name of the folder that the file is in */
    public static DeployedFile of(Location file, String function, JsonNode content) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties").set("config", content);
        DeployedResource resource =
                new DeployedResource(file, ResourceTypes.SITE + "/functions", "", function, "", body);
        return DeployedFile.of(
                file, List.of(resource), MissingNode.getInstance(), new Choices(), Set.of(), Optional.empty());
    }
}
