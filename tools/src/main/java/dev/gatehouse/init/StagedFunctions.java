package dev.gatehouse.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.functions.ListedFunction;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The functions of a staged app, from the function.json files that the host reads. */
final class StagedFunctions {
    private StagedFunctions() {}

    /** @throws UnreadableInput when a file is not JSON, or not a function's */
    static List<ListedFunction> read(AppFolder app, Path staging) {
        return AppFolder.functionFiles(staging).stream()
                .map(file -> function(file, app.name(file)))
                .toList();
    }

    private static ListedFunction function(Path file, String place) {
        JsonNode json = GivenJson.read(place, GivenText.read(file));
        String entryPoint = json.path("entryPoint").asText();
        int dot = entryPoint.lastIndexOf('.');
        if (dot < 1 || !json.path("bindings").isArray()) {
            throw new UnreadableInput(place + ": expected \"entryPoint\" with class and method, and \"bindings\"");
        }
        Optional<JsonNode> trigger = StreamSupport.stream(json.path("bindings").spliterator(), false)
                .filter(binding -> kind(binding).toLowerCase(Locale.ROOT).endsWith("trigger"))
                .findFirst();
        String name = String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
        ListedFunction function = new ListedFunction(
                name,
                trigger.map(StagedFunctions::kind).orElse("none"),
                entryPoint.substring(0, dot),
                entryPoint.substring(dot + 1),
                trigger.map(each -> route(each.path("route").asText(), name)).orElse(""),
                trigger.map(StagedFunctions::methods).orElse(List.of()),
                false);
        return function.isHttp() ? function : otherThanHttp(function);
    }

    private static ListedFunction otherThanHttp(ListedFunction function) {
        return new ListedFunction(
                function.name(), function.kind(), function.declaredIn(), function.method(), "", List.of(), false);
    }

    /** By default the function's name, as the host takes it. */
    static String route(String route, String function) {
        return route.isEmpty() ? function : route.replaceAll("^/|/$", "");
    }

    private static String kind(JsonNode binding) {
        return binding.path("type").asText();
    }

    private static List<String> methods(JsonNode trigger) {
        List<String> methods = new ArrayList<>();
        trigger.path("methods").forEach(each -> methods.add(each.asText().toUpperCase(Locale.ROOT)));
        return methods.stream().distinct().toList();
    }
}
