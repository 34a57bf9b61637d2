package dev.gatehouse.chain.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The app as the Maven plugin stages it: function folders with their function.json, the app's jar, lib, host.json. Nothing of it is loaded.
 *
 * @param functions in the order in which the host tries them: by name, ignoring letter case
 */
public record StagedApp(Path folder, List<StagedFunction> functions) {

    public StagedApp {
        functions = List.copyOf(functions);
    }

    /** @throws IllegalArgumentException when the folder contains no function, or host.json is malformed */
    public static StagedApp read(Path folder) {
        String prefix = RoutePrefix.of(folder);
        List<StagedFunction> functions = functionFolders(folder)
                .map(each -> StagedFunction.read(each, prefix))
                .sorted(Comparator.comparing(function -> function.name().toUpperCase(Locale.ROOT)))
                .toList();
        if (functions.isEmpty()) {
            throw new IllegalArgumentException("no staged function found in " + folder);
        }
        return new StagedApp(folder, functions);
    }

    /**
     * The routes that an earlier function takes from a later one: routes have no precedence, the first function by name wins. A pair
     * is listed where the earlier matches every path of the later, or some that the later names more exactly.
     */
    public List<HiddenRoute> hiddenRoutes() {
        return HiddenRoute.among(functions.stream()
                .filter(function -> function.absence().isEmpty())
                .flatMap(function ->
                        function.http().stream().map(trigger -> new HiddenRoute.Named(function.name(), trigger)))
                .toList());
    }

    /**
     * The kind of key that each HTTP function requires, by its name; {@link AuthLevel#FUNCTION} for one whose trigger this host
     * cannot read.
     */
    public SortedMap<String, AuthLevel> keyLevels() {
        SortedMap<String, AuthLevel> levels = new TreeMap<>();
        functions.stream()
                .filter(function -> function.trigger().equalsIgnoreCase("httpTrigger"))
                .forEach(function -> levels.put(
                        function.name(),
                        function.http().map(TriggerBinding::level).orElse(AuthLevel.FUNCTION)));
        return levels;
    }

    private static Stream<Path> functionFolders(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("function.json"))).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no readable staged app found in " + folder, unreadable);
        }
    }
}
