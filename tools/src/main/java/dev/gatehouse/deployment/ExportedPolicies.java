package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.input.Exported;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Policy documents of an API Management service, broad scopes first: files with the XML that the portal shows, or with what
 * {@code az rest} prints of a policy resource; and the named values beside them.
 */
public record ExportedPolicies(List<PolicySource> documents, Map<String, String> namedValues) {
    public ExportedPolicies {
        documents = List.copyOf(documents);
        namedValues = Map.copyOf(namedValues);
    }

    /**
     * @param paths files, or folders whose {@code .xml} and {@code .json} files are read
     * @throws UnreadableInput when one cannot be read, or none is a policy
     */
    public static ExportedPolicies read(List<Path> paths) {
        List<PolicySource> documents = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Path path : paths) {
            boolean alone = !Files.isDirectory(path);
            (alone ? Stream.of(path) : files(path)).forEach(file -> read(file, alone, documents, values));
        }
        if (documents.isEmpty()) {
            throw new UnreadableInput("--policy: found no policy: expected XML, or the JSON of a policy resource with"
                    + " properties.value");
        }
        documents.sort(Comparator.comparingInt(ExportedPolicies::breadth));
        return new ExportedPolicies(documents, values);
    }

    /** @param alone whether the file was named itself, so that it must be a policy */
    private static void read(Path file, boolean alone, List<PolicySource> documents, Map<String, String> values) {
        String name = GivenText.name(file);
        String text = GivenText.read(file);
        if (text.strip().startsWith("<")) {
            documents.add(new PolicySource(name, text));
            return;
        }
        Optional<JsonNode> json = GivenJson.container(text);
        Optional<PolicySource> policy = json.flatMap(content -> document(name, content));
        policy.ifPresent(documents::add);
        if (policy.isEmpty() && json.filter(ExportedPolicies::areNamedValues).isPresent()) {
            values.putAll(new Exported(name, json.get()).namedValues());
        } else if (policy.isEmpty() && alone) {
            throw new UnreadableInput(name + " is not a policy: expected XML, or the JSON of a policy resource with"
                    + " properties.value");
        }
    }

    private static Optional<PolicySource> document(String name, JsonNode content) {
        JsonNode properties = content.path("properties").isObject() ? content.path("properties") : content;
        String id = content.path("id").asText("");
        return Optional.of(properties.path("value").asText("").strip())
                .filter(value -> value.startsWith("<"))
                .map(value -> new PolicySource(id.isEmpty() ? name : id, value));
    }

    private static boolean areNamedValues(JsonNode content) {
        JsonNode list = content.path("value").isArray() ? content.path("value") : content;
        JsonNode first = list.path(0);
        return list.isArray()
                && (first.has("displayName") || first.path("properties").has("displayName"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(xml|json)"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UnreadableInput(GivenText.name(folder) + " cannot be read");
        }
    }

    /** By the resource's id or the file's name: the policy of all APIs runs first, that of an operation last. */
    private static int breadth(PolicySource document) {
        String name = document.name().toLowerCase(Locale.ROOT);
        if (name.contains("operation")) {
            return 3;
        }
        if (name.matches(".*(global|all-?apis|service/[^/]+/policies/).*")) {
            return 0;
        }
        return name.contains("product") ? 1 : 2;
    }
}
