package dev.gatehouse.chain.host;

import com.google.gson.Gson;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.gatehouse.chain.host.fixture.Answers;
import dev.gatehouse.chain.host.fixture.Echo;
import dev.gatehouse.chain.host.fixture.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;

/** Stages the fixture app as the Maven plugin would: folders with function.json, the app's jar, lib, host.json. */
record StagedFixture(Path folder) {
    private static final Path CLASSES = HostClassPath.of(StagedFixture.class);

    /** The whole fixture, its injector registered. */
    static StagedFixture all(Path folder) throws IOException {
        StagedFixture app = bare(folder, List.of(Injector.class.getName()));
        List.of(
                        "exception",
                        "error",
                        "nothing",
                        "own",
                        "unauthorized",
                        "unavailable",
                        "empty",
                        "twice",
                        "text",
                        "bytes",
                        "nothingDeclared",
                        "undeclared",
                        "undeclaredWithoutBody",
                        "redirect",
                        "notModified",
                        "emptyWithBody",
                        "latin",
                        "header",
                        "looksLikeAResponse")
                .forEach(name ->
                        app.function(name, Answers.class, name, "{'authLevel': 'ANONYMOUS', 'methods': ['GET']}"));
        return app.function("map", Answers.class, "map", "{'authLevel': 'ANONYMOUS'}")
                .function("environment", Answers.class, "environment", "{'authLevel': 'ANONYMOUS'}")
                .function("prints", Answers.class, "prints", "{}")
                .function("echo", Echo.class, "all", "{'authLevel': 'ANONYMOUS', 'methods': ['GET', 'POST']}")
                .function("echoText", Echo.class, "text", "{'authLevel': 'ANONYMOUS'}")
                .function("echoBytes", Echo.class, "bytes", "{'authLevel': 'ANONYMOUS'}")
                .function("echoAny", Echo.class, "any", "{'authLevel': 'ANONYMOUS'}")
                .function("echoOptionalBytes", Echo.class, "optionalBytes", "{'authLevel': 'ANONYMOUS'}")
                .function("echoPojo", Echo.class, "pojo", "{'authLevel': 'ANONYMOUS'}")
                .function("echoList", Echo.class, "list", "{'authLevel': 'ANONYMOUS'}")
                .function("echoWild", Echo.class, "wild", "{'authLevel': 'ANONYMOUS'}")
                .function(
                        "typed",
                        Echo.class,
                        "typed",
                        "{'authLevel': 'ANONYMOUS', 'route': 'typed/{whole}/{flag}/{id}/{share}'}")
                .function("named", Echo.class, "item", "{'authLevel': 'ANONYMOUS'}")
                .function("optional", Echo.class, "optionalName", "{'authLevel': 'ANONYMOUS'}")
                .function("uri", Echo.class, "uri", "{'authLevel': 'ANONYMOUS', 'route': 'uri/{*rest}'}")
                .function("query", Echo.class, "query", "{'authLevel': 'ANONYMOUS'}")
                .function("guid", Echo.class, "item", "{'authLevel': 'ANONYMOUS', 'route': 'guids/{id:guid}'}")
                .function("keyed", Echo.class, "all", "{'authLevel': 'FUNCTION', 'methods': ['GET']}")
                .function("other", Echo.class, "all", "{}")
                .function("admin", Echo.class, "all", "{'authLevel': 'ADMIN', 'methods': ['GET']}")
                .function("item", Echo.class, "item", "{'authLevel': 'ANONYMOUS', 'route': 'items/{id}'}")
                .function("number", Echo.class, "number", "{'authLevel': 'ANONYMOUS', 'route': 'numbers/{id:int?}'}")
                .function("fixed", Echo.class, "fixed", "{'authLevel': 'ANONYMOUS'}");
    }

    /** The app's jar and lib with these injectors registered, and no function yet. */
    static StagedFixture bare(Path folder, List<String> injectors) throws IOException {
        Path library = HostClassPath.of(HttpTrigger.class);
        Files.createDirectories(folder.resolve("lib"));
        Files.copy(library, folder.resolve("lib").resolve(library.getFileName()));
        Files.writeString(folder.resolve("host.json"), "{\"version\": \"2.0\"}");
        try (JarOutputStream jar = Jars.open(folder.resolve("app.jar"))) {
            Jars.add(jar, CLASSES, "dev/gatehouse/chain/host/fixture");
        }
        if (!injectors.isEmpty()) {
            Jars.service(folder.resolve("lib/services.jar"), FunctionInstanceInjector.class, injectors);
        }
        return new StagedFixture(folder);
    }

    /** @param binding what differs from the trigger's defaults, in JSON with single quotes */
    StagedFixture function(String name, Class<?> type, String method, String binding) {
        Map<String, Object> trigger =
                new java.util.HashMap<>(Map.of("type", "httpTrigger", "direction", "in", "name", "req"));
        trigger.putAll(new Gson().<Map<String, Object>>fromJson(binding, Map.class));
        return function(
                name,
                type,
                method,
                List.of(trigger, Map.of("type", "http", "direction", "out", "name", "$return")),
                "../app.jar");
    }

    /** @param bindings all of function.json */
    StagedFixture function(
            String name, Class<?> type, String method, List<Map<String, Object>> bindings, String scriptFile) {
        Map<String, Object> json =
                Map.of("scriptFile", scriptFile, "entryPoint", type.getName() + "." + method, "bindings", bindings);
        try {
            Path function = Files.createDirectory(folder.resolve(name));
            Files.writeString(function.resolve("function.json"), new Gson().toJson(json));
        } catch (IOException cannotWrite) {
            throw new java.io.UncheckedIOException(cannotWrite);
        }
        return this;
    }
}
