package dev.gatehouse.chain.demo;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.host.AuthLevel;
import dev.gatehouse.chain.host.StagedApp;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.functions.FunctionList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTTP functions of a staged app.
 *
 * @param levels the level of the key that each asks for, by name
 * @param guarded those that the annotation processor guarded
 * @param hasGuard whether the app has the guard's library, with the second lock
 */
public record DemoFunctions(SortedMap<String, AuthLevel> levels, Set<String> guarded, boolean hasGuard) {
    private static final String GUARD = "dev/gatehouse/worker/GuardMiddleware.class";

    /** @throws UncheckedIOException where the folder cannot be read */
    public static DemoFunctions of(Path staging) {
        try {
            return read(StagedApp.read(staging).keyLevels(), staging);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the staged app in " + staging + " cannot be read", unreadable);
        }
    }

    /** What the processor wrote into the app's jars, which may be in {@code lib} where the app has several modules. */
    private static DemoFunctions read(SortedMap<String, AuthLevel> levels, Path staging) throws IOException {
        try (Stream<Path> files = Files.walk(staging, 2);
                URLClassLoader jars = new URLClassLoader(
                        files.filter(file -> file.toString().endsWith(".jar"))
                                .map(DemoFunctions::url)
                                .toArray(URL[]::new),
                        null)) {
            Set<String> guarded = FunctionList.read(jars).all().stream()
                    .map(function -> function.name())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new DemoFunctions(levels, guarded, jars.findResource(GUARD) != null);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a file has a URL", impossible);
        }
    }

    /** Whether its function asks for no key. */
    boolean opensWithoutKey(String function) {
        return levels.get(function) == AuthLevel.ANONYMOUS;
    }

    /** The guarded functions that ask for no key: a caller with a right reaches them without the gateway. */
    public List<String> withoutKey(Contract contract) {
        return contract.operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(Operation::function)
                .filter(this::opensWithoutKey)
                .distinct()
                .toList();
    }

    /** Whether calls of it meet a guard, or no function at all. */
    boolean isGuarded(Operation operation) {
        return !levels.containsKey(operation.function()) || isGuarded(operation.function(), operation.isExplicit());
    }

    /** A function that calls the guard itself is in no list; without the guard's own jar it cannot call it. */
    private boolean isGuarded(String function, boolean isExplicit) {
        return guarded.contains(function) || isExplicit && hasGuard;
    }

    /** A row for each function that no guard protects, and for each that the contract does not know. */
    List<CallRow> unguarded(Contract contract) {
        Set<String> known =
                contract.operations().stream().map(Operation::function).collect(Collectors.toSet());
        return levels.keySet().stream()
                .filter(name -> !contract.keyOnly().contains(name))
                .filter(name -> !isGuarded(name, contract.explicit().contains(name)) || !known.contains(name))
                .map(name -> new CallRow(
                        Question.of("function " + name, "in the staged app", "guarded"),
                        Outcome.failed(
                                "not guarded",
                                guarded.contains(name)
                                        ? "not in the contract"
                                        : "not in the guard's list: compile the app with gatehouse-functions")))
                .toList();
    }
}
