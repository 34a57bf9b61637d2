package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a template with everything nested in it would deploy, as far as it is known before the deployment.
 *
 * @param outputs of the template but for secure ones, which no history keeps, by their names, and of those nested in it, by the deployments' names and theirs
 * @param linked the deployments whose template is not in the file
 * @param choices what depends on conditions that are not known
 * @param secure the expressions of the template's secure parameters
 */
public record Prediction(
        List<PredictedResource> resources,
        ObjectNode outputs,
        List<String> linked,
        Choices choices,
        Set<String> secure) {
    public Prediction {
        resources = List.copyOf(resources);
        linked = List.copyOf(linked);
        secure = Set.copyOf(secure);
    }

    /** What has the shape of a template, whichever version of the schema it names. */
    public static boolean isTemplate(JsonNode json) {
        return json.path("$schema").asText().contains("eploymentTemplate.json")
                || (json.path("resources").isContainerNode() && json.has("contentVersion"));
    }

    public static Prediction of(JsonNode template) {
        ResourceWalk walk = new ResourceWalk();
        PredictedTemplate outermost = PredictedTemplate.outermost(template);
        walk.add(outermost, "", Optional.empty());
        return walk.prediction(outermost.evaluation().choices(), secure(template));
    }

    private static Set<String> secure(JsonNode template) {
        return template.path("parameters").properties().stream()
                .filter(each -> PredictedTemplate.isSecure(each.getValue()))
                .map(each -> "parameters('" + each.getKey() + "')")
                .collect(Collectors.toSet());
    }

    /** Gathers the resources of a template and of all that is nested in it, each round of a loop on its own. */
    private static final class ResourceWalk {
        private static final int MOST = 10_000;

        private final List<PredictedResource> resources = new ArrayList<>();
        private final ObjectNode outputs = JsonNodeFactory.instance.objectNode();
        private final List<String> linked = new ArrayList<>();

        /** What a nested resource's type and name begin with, and the condition that it depends on. */
        private record Parent(String type, String name, Optional<String> condition) {}

        Prediction prediction(Choices choices, Set<String> secure) {
            return new Prediction(resources, outputs, linked, choices, secure);
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
            template.outputs().properties().stream()
                    .filter(each -> !template.isSecure(each.getKey()))
                    .forEach(each -> outputs.set(name + each.getKey(), each.getValue()));
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
                                    inner,
                                    name + "/",
                                    deployment.condition(round).or(() -> outer)),
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

    /**
     * A resource that a template would deploy.
     *
     * @param type with its parents', and with the version that Microsoft Graph's types carry
     * @param name with its parents'; a text of which parts may not be known
     * @param symbol its name within the template; empty where it has none
     * @param body evaluated as far as it is known
     * @param condition the expression that decides whether it is deployed at all; empty where it certainly is
     */
    public record PredictedResource(
            String type, String name, String symbol, JsonNode body, Optional<String> condition) {}
}
