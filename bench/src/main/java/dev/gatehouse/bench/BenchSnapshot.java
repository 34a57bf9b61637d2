package dev.gatehouse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A committed snapshot, deployed with some named values of the gateway changed. */
public final class BenchSnapshot {
    private BenchSnapshot() {}

    /**
     * Names that are not in the snapshot are ignored.
     *
     * @param name such as {@code main}
     */
    public static Deployment deployed(String name, Map<String, String> namedValues) {
        Snapshot snapshot = Snapshot.read(Path.of("infra", name + ".snapshot.json"));
        JsonNode content = snapshot.content().deepCopy();
        content.get("predictedResources").forEach(resource -> {
            String title = resource.at("/properties/displayName").asText();
            if (resource.get("type").asText().endsWith("/namedValues") && namedValues.containsKey(title)) {
                ((ObjectNode) resource.get("properties")).put("value", namedValues.get(title));
            }
        });
        return Deployment.of(new Snapshot(snapshot.name(), content));
    }

    /** The sample's. */
    public static Contract contract() {
        try {
            return ((ContractResult.Valid) ContractReader.read(Files.readAllBytes(Path.of("contract/security.json"))))
                    .contract();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
