package dev.gatehouse.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All functions of the app, as the annotation processor wrote them into its jars. */
public final class FunctionList {
    /** Where each jar with functions has its part of the list. */
    public static final String RESOURCE = "META-INF/gatehouse/functions.json";

    private final Map<String, ListedFunction> functions = new LinkedHashMap<>();

    private FunctionList() {}

    /**
     * The parts of all jars that this class loader sees.
     *
     * @throws IOException where a part cannot be read, or a function is in two of them; the message names the part
     */
    public static FunctionList read(ClassLoader jars) throws IOException {
        FunctionList list = new FunctionList();
        for (URL part : Collections.list(jars.getResources(RESOURCE))) {
            try (InputStream json = part.openStream()) {
                list.add(Json.read(new String(json.readAllBytes(), StandardCharsets.UTF_8)), part);
            } catch (JsonProcessingException | ClassCastException unknown) {
                throw new IOException(
                        part + " was not written by this version of the guard; compile the app anew", unknown);
            }
        }
        return list;
    }

    /** One jar's part. */
    public static String write(List<ListedFunction> functions) {
        return Json.write(Map.of(
                "functions", functions.stream().map(FunctionList::members).toList()));
    }

    public Optional<ListedFunction> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    public List<ListedFunction> all() {
        return List.copyOf(functions.values());
    }

    private static Map<String, Object> members(ListedFunction function) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", function.name());
        members.put("kind", function.kind());
        members.put("class", function.declaredIn());
        members.put("method", function.method());
        if (function.isHttp()) {
            members.put("route", function.route());
            members.put("methods", function.methods());
            members.put("explicit", function.isExplicit());
        }
        return members;
    }

    private void add(@Nullable Object part, URL source) throws IOException {
        if (!(part instanceof Map<?, ?> document) || !(document.get("functions") instanceof List<?> parts)) {
            throw new IOException(source + " is not a list of functions; compile the app anew");
        }
        for (Object each : parts) {
            ListedFunction function = function((Map<?, ?>) each);
            if (functions.putIfAbsent(function.name(), function) != null) {
                throw new IOException("function " + function.name() + " is in two jars, one of them " + source);
            }
        }
    }

    private static ListedFunction function(Map<?, ?> members) {
        return new ListedFunction(
                text(members.get("name")),
                text(members.get("kind")),
                text(members.get("class")),
                text(members.get("method")),
                members.containsKey("route") ? text(members.get("route")) : "",
                members.get("methods") instanceof List<?> methods
                        ? methods.stream().map(FunctionList::text).toList()
                        : List.of(),
                Boolean.TRUE.equals(members.get("explicit")));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new ClassCastException("text was expected, not " + value);
    }
}
