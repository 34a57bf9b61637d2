package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the resources of a template and of all that is nested in it, each round of a loop on its own. */
final class ResourceWalk {
    private static final int MOST = 10_000;

    private final List<PredictedResource> resources = new ArrayList<>();
    private final ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    private final List<String> linked = new ArrayList<>();

    /** What a nested resource's type and name begin with, and the condition that it depends on. */
    private record Parent(String type, String name, Optional<String> condition) {}

    Prediction prediction() {
        return new Prediction(resources, outputs, linked);
    }

    /**
     * @param name what its outputs' names begin with
     * @param condition on which the whole template is deployed; empty for none
     */
    void add(PredictedTemplate template, String name, Optional<String> condition) {
        for (WrittenResource resource : template.written()) {
            List<Evaluation> rounds = resource.rounds(template.evaluation());
            for (int i = 0; i < rounds.size(); i++) {
                if (resource.isDeployment()) {
                    addDeployment(template, resource, i, condition);
                } else {
                    add(resource, rounds.get(i), new Parent("", "", condition));
                }
            }
        }
        template.outputs().properties().forEach(each -> outputs.set(name + each.getKey(), each.getValue()));
    }

    private void addDeployment(
            PredictedTemplate template, WrittenResource deployment, int index, Optional<String> outer) {
        Evaluation round = deployment.rounds(template.evaluation()).get(index);
        if (deployment.isExisting() || deployment.isNever(round)) {
            return;
        }
        String name = new PartialText(deployment.name(round)).shown();
        template.nested()
                .template(deployment, index)
                .ifPresentOrElse(
                        inner -> add(
                                inner, name + "/", deployment.condition(round).or(() -> outer)),
                        () -> linked.add(name));
    }

    private void add(WrittenResource resource, Evaluation round, Parent parent) {
        if (resource.isExisting() || resource.isNever(round) || resources.size() >= MOST) {
            return;
        }
        String written = resource.type().replaceFirst("@.*", "");
        boolean isWhole = parent.type().isEmpty() || written.contains(".");
        String type = isWhole ? written : parent.type() + "/" + written;
        String name = isWhole ? resource.name(round) : parent.name() + "/" + resource.name(round);
        Optional<String> condition = resource.condition(round).or(parent::condition);
        resources.add(new PredictedResource(type, name, resource.symbol(), body(resource, round), condition));
        for (JsonNode child : resource.body().path("resources")) {
            WrittenResource inner = new WrittenResource("", child);
            inner.rounds(round).forEach(each -> add(inner, each, new Parent(type, name, condition)));
        }
    }

    private static JsonNode body(WrittenResource resource, Evaluation round) {
        ObjectNode body = ((ObjectNode) resource.body()).deepCopy();
        body.remove(List.of("resources", "copy", "condition", "metadata"));
        return round.of(body);
    }
}
