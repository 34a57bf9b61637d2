package dev.gatehouse.chain.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A staged app with its classes.
 *
 * @param functions those that the host has, in its order
 * @param unstaged a line for each function of the jar that is not staged
 */
record LoadedApp(StagedApp staged, AppClasses classes, List<LoadedFunction> functions, List<String> unstaged) {

    /**
     * Loads the app; what is wrong with one function does not keep the others from running.
     *
     * @throws IllegalArgumentException when no function can be loaded at all
     */
    static LoadedApp load(StagedApp staged) {
        List<StagedFunction> present = staged.functions().stream()
                .filter(function -> function.absence().isEmpty())
                .toList();
        Path jar = present.stream()
                .findFirst()
                .map(StagedFunction::script)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no function can be loaded: " + absences(staged).toList()));
        AppClasses classes = AppClasses.load(jar, staged.folder());
        return new LoadedApp(
                staged,
                classes,
                present.stream().map(each -> LoadedFunction.load(each, classes)).toList(),
                UnstagedFunctions.notes(jar, classes, staged));
    }

    Optional<LoadedFunction> named(String name) {
        return functions.stream()
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What is different from what one might expect, one line each; empty for an app that is served whole. */
    List<String> notes() {
        Stream<String> loaded = functions.stream().flatMap(function -> function.notes().stream());
        Stream<String> hidden = staged.hiddenRoutes().stream()
                .map(route -> "function " + route.hidden() + " is hidden by " + route.hiding() + ", as in Azure: "
                        + route.why());
        return Stream.of(absences(staged), unstaged.stream(), loaded, hidden)
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> absences(StagedApp staged) {
        return staged.functions().stream().flatMap(function -> function.absence().stream()
                .map(why -> "function " + function.name() + " answers 404: " + why));
    }
}
