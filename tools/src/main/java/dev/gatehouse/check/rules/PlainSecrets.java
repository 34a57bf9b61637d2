package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Secrets in plain text in a template, in properties that Azure keeps or uses. */
final class PlainSecrets {
    private static final List<String> KEPT = List.of(
            ResourceTypes.SECRET,
            ResourceTypes.FUNCTION_KEY,
            "Microsoft.Web/sites/host/systemKeys",
            "Microsoft.Web/sites/functions/keys");
    private static final Set<String> GIVEN = Set.of(
            "clientSecret",
            "primaryKey",
            "secondaryKey",
            "password",
            "adminPassword",
            "administratorLoginPassword",
            "secretText");

    private PlainSecrets() {}

    static void of(DeployedFile deployed, FindingCollector notes) {
        deployed.resources().stream()
                .flatMap(resource -> Stream.of(kept(resource), ofBackend(resource), given(resource.at("properties")))
                        .flatMap(values -> values))
                .filter(value -> !value.isEmpty() && value.text().isKnown())
                .forEach(value -> notes.found(value.place(), "the secret is written in plain text"));
    }

    private static Stream<ResourceValue> kept(DeployedResource resource) {
        return KEPT.stream().anyMatch(resource::is) ? Stream.of(resource.at("properties.value")) : Stream.of();
    }

    /** The credentials that the gateway sends to a backend. A named value, {@code {{name}}}, is not itself a secret. */
    private static Stream<ResourceValue> ofBackend(DeployedResource resource) {
        if (!resource.is(ResourceTypes.BACKEND)) {
            return Stream.of();
        }
        ResourceValue credentials = resource.at("properties.credentials");
        return Stream.of("header", "query", "authorization.parameter")
                .flatMap(kind -> credentials.at(kind).texts())
                .filter(value -> !value.text().marked().contains("{{"));
    }

    /** Texts of properties with these names, at any depth. */
    private static Stream<ResourceValue> given(ResourceValue value) {
        if (value.node().isArray()) {
            return value.elements().stream().flatMap(PlainSecrets::given);
        }
        return value.node().properties().stream().flatMap(each -> {
            ResourceValue inner = value.named(each.getKey());
            return GIVEN.contains(each.getKey()) && each.getValue().isTextual() ? Stream.of(inner) : given(inner);
        });
    }
}
