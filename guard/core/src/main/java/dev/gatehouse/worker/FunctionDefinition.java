package dev.gatehouse.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the host knows of a function: its function.json, whoever wrote that. */
record FunctionDefinition(String entryPoint, boolean isHttp) {
    private static final String FOLDER = "FUNCTIONS_APPLICATION_DIRECTORY"; // the host sets it for its workers

    /** Empty where the file is not found or is not JSON. */
    static Optional<FunctionDefinition> of(String function) {
        Path folder = Path.of(System.getenv().getOrDefault(FOLDER, "")).toAbsolutePath();
        Path file = folder.resolve(function).resolve("function.json").normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Json.read(Files.readString(file)) instanceof Map<?, ?> definition
                    ? Optional.of(of(definition))
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static FunctionDefinition of(Map<?, ?> definition) {
        boolean isHttp = definition.get("bindings") instanceof List<?> bindings
                && bindings.stream()
                        .anyMatch(each -> each instanceof Map<?, ?> binding
                                && String.valueOf(binding.get("type")).equalsIgnoreCase("httpTrigger"));
        return new FunctionDefinition(String.valueOf(definition.get("entryPoint")), isHttp);
    }
}
