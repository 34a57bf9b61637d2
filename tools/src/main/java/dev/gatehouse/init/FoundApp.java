package dev.gatehouse.init;

import dev.gatehouse.functions.ContractDraft;
import dev.gatehouse.functions.ListedFunction;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The functions of an app that has been built.
 *
 * @param staging the folder of the app as it is deployed; empty where the app was compiled only
 */
record FoundApp(AppFolder app, Optional<Path> staging, List<FoundFunction> functions) {
    /** The oldest version of Java that the guard runs on. */
    static final int JAVA = 17;

    FoundApp {
        functions = List.copyOf(functions);
    }

    /** The staged functions, else those of the compiled classes; empty where nothing was built. */
    static Optional<FoundApp> in(AppFolder app) {
        List<CompiledFunction> compiled = app.classes().stream()
                .flatMap(folder -> CompiledClass.in(folder).stream())
                .flatMap(CompiledFunction::of)
                .toList();
        Optional<Path> staging = app.staging();
        if (staging.isEmpty() && compiled.isEmpty()) {
            return Optional.empty();
        }
        List<FoundFunction> functions = staging.map(folder -> staged(StagedFunctions.read(app, folder), compiled))
                .orElseGet(() -> compiled.stream()
                        .map(each -> new FoundFunction(each.listed(), Optional.of(each)))
                        .toList());
        return Optional.of(new FoundApp(app, staging, functions));
    }

    private static List<FoundFunction> staged(List<ListedFunction> functions, List<CompiledFunction> compiled) {
        return functions.stream()
                .map(function -> new FoundFunction(function, method(function, compiled)))
                .toList();
    }

    private static Optional<CompiledFunction> method(ListedFunction function, List<CompiledFunction> compiled) {
        return compiled.stream()
                .filter(each -> each.listed().entryPoint().equals(function.entryPoint()))
                .filter(each -> each.listed().name().equals(function.name()))
                .findFirst();
    }

    /** @throws UnreadableInput where nothing was built */
    static FoundApp built(AppFolder app) {
        return in(app).orElseThrow(() -> new UnreadableInput(
                "nothing of the app in " + app.folder() + " is built yet, so its functions are not known: run "
                        + app.packaging() + " there, then gatehouse init again"));
    }

    List<ListedFunction> listed() {
        return functions.stream().map(FoundFunction::listed).toList();
    }

    boolean hasHttp() {
        return functions.stream().anyMatch(each -> each.listed().isHttp());
    }

    ContractDraft draft() {
        return new ContractDraft(
                listed(),
                functions.stream()
                        .filter(FoundFunction::isUnseen)
                        .map(each -> each.listed().name())
                        .collect(Collectors.toSet()));
    }

    /** What will not compile or not run with the guard, each with its remedy. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!hasHttp()) {
            return warnings;
        }
        functions.forEach(each -> warnings.addAll(each.faults()));
        warnings.addAll(new AppLibraries(app, staging).warnings());
        return warnings;
    }

    /** The oldest release of Java that the functions are compiled for, where the guard needs a newer one. */
    Optional<Integer> oldRelease() {
        return functions.stream()
                .flatMap(each -> each.compiled().stream())
                .map(each -> each.type().release())
                .filter(release -> release < JAVA)
                .min(Integer::compare);
    }
}
