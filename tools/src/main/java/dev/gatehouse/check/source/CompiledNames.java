package dev.gatehouse.check.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Which declaration of a Bicep file a part of its compiled template was made of. */
record CompiledNames(BicepFile bicep, JsonNode template) {
    private static final String DEPLOYMENT = "Microsoft.Resources/deployments";

    /** @param pointer into the template; empty where several declarations may be meant */
    Optional<BicepDeclaration> declared(JsonPointer pointer) {
        String section = String.valueOf(pointer.getMatchingProperty());
        String key = pointer.tail() == null ? "" : pointer.tail().getMatchingProperty();
        if (section.equals("outputs")) {
            return only(each -> each.kind().equals("output") && each.symbol().equals(key));
        }
        if (!section.equals("resources")) {
            return Optional.empty();
        }
        if (template.path(section).isObject()) {
            return only(each -> !each.kind().equals("output") && each.symbol().equals(key));
        }
        JsonNode element = element(template, pointer);
        return only(each -> isLike(each, element))
                .or(() -> only(each -> isLike(each, element)
                        && bicep.literal(each.body(), "name").stream()
                                .anyMatch(element.path("name").asText()::equals)));
    }

    /** The resource that a pointer leads to or into. */
    static JsonNode element(JsonNode template, JsonPointer pointer) {
        JsonNode resources = template.path("resources");
        JsonPointer key = pointer.tail();
        return resources.isArray() ? resources.path(key.getMatchingIndex()) : resources.path(key.getMatchingProperty());
    }

    private Optional<BicepDeclaration> only(Predicate<BicepDeclaration> which) {
        List<BicepDeclaration> found = bicep.declarations().stream()
                .filter(each -> !each.isExisting())
                .filter(which)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** By what a compiled resource keeps of its declaration: the type with its version. */
    private static boolean isLike(BicepDeclaration declared, JsonNode element) {
        String type = element.path("type").asText();
        if (type.equalsIgnoreCase(DEPLOYMENT) && element.path("properties").has("template")) {
            return declared.kind().equals("module");
        }
        String written = declared.type().toLowerCase(Locale.ROOT);
        String compiled = (type + "@" + element.path("apiVersion").asText()).toLowerCase(Locale.ROOT);
        boolean isInner = declared.symbol().contains("::");
        return declared.kind().equals("resource")
                && (isInner
                        ? type.toLowerCase(Locale.ROOT).endsWith("/" + written.replaceFirst("@.*", ""))
                        : written.equals(compiled));
    }
}
