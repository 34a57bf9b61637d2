package dev.gatehouse.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The function.json files of the deployed app.
 *
 * @param folders where the app may lie, the likeliest first
 */
record FunctionDefinitions(List<Path> folders) {
    private static final String FOLDER = "FUNCTIONS_APPLICATION_DIRECTORY";

    FunctionDefinitions {
        folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * Those of the app that this library lies in. The host names the folder to its workers; one that was started before it had an
     * app, and was then given the app's environment, has lost the name, and knows only where it loaded this library from.
     */
    static FunctionDefinitions ofThisApp() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(System.getenv(FOLDER)).map(Path::of).ifPresent(folders::add);
        library().ifPresent(jar -> {
            Optional.ofNullable(jar.getParent()).map(Path::getParent).ifPresent(folders::add); // out of lib
            Optional.ofNullable(jar.getParent()).ifPresent(folders::add); // a single jar of all
        });
        return new FunctionDefinitions(folders);
    }

    /** Empty where it is missing or cannot be read. */
    Optional<FunctionDefinition> find(String function) {
        return folders.stream()
                .flatMap(folder -> Optional.of(
                        folder.resolve(function).resolve("function.json").normalize())
                        .filter(file -> file.startsWith(folder) && Files.isRegularFile(file))
                        .stream())
                .findFirst()
                .flatMap(FunctionDefinitions::read);
    }

    private static Optional<FunctionDefinition> read(Path file) {
        try {
            return Json.read(Files.readString(file)) instanceof Map<?, ?> definition
                    ? Optional.of(FunctionDefinition.of(definition))
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> library() {
        CodeSource source = FunctionDefinitions.class.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }

    /**
     * What the host knows of a function: its function.json, whoever wrote that.
     *
     * @param answersPastReturn whether an output that is not the return value answers the caller
     */
    record FunctionDefinition(String entryPoint, boolean isHttp, boolean answersPastReturn) {
        private static final String RETURN = "$return";

        static FunctionDefinition of(Map<?, ?> definition) {
            return new FunctionDefinition(
                    String.valueOf(definition.get("entryPoint")),
                    objects(definition).anyMatch(binding -> is(binding, "type", "httpTrigger")),
                    objects(definition)
                            .anyMatch(binding -> is(binding, "type", "http") && !is(binding, "name", RETURN)));
        }

        /** All objects in it, wherever: the host is more liberal than its documentation, and so is this. */
        private static Stream<Map<?, ?>> objects(@Nullable Object json) {
            if (json instanceof Map<?, ?> object) {
                return Stream.concat(Stream.of(object), object.values().stream().flatMap(FunctionDefinition::objects));
            }
            return json instanceof List<?> list ? list.stream().flatMap(FunctionDefinition::objects) : Stream.empty();
        }

        /** Letter case does not count in either, as for the host. */
        private static boolean is(Map<?, ?> binding, String member, String value) {
            return binding.entrySet().stream()
                    .anyMatch(each -> String.valueOf(each.getKey()).equalsIgnoreCase(member)
                            && String.valueOf(each.getValue()).equalsIgnoreCase(value));
        }
    }
}
