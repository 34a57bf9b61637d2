package dev.gatehouse.init;

import dev.gatehouse.functions.ListedFunction;
import java.util.List;
import java.util.Optional;

/**
 * A function of the app.
 *
 * @param compiled its method; empty where it is not among the app's compiled classes
 */
record FoundFunction(ListedFunction listed, Optional<CompiledFunction> compiled) {

    /** Whether the annotation processor, which javac runs, does not see it. */
    boolean isUnseen() {
        return listed.isHttp() && (compiled.isEmpty() || !isJava());
    }

    /** What keeps it from being guarded without a change, as messages. */
    List<String> faults() {
        if (!listed.isHttp()) {
            return List.of();
        }
        if (compiled.isEmpty()) {
            return List.of(fault(
                    "is not a method with @FunctionName in the app's compiled classes, so the annotation processor does not see it"
                            + ". To fix it, declare it in a class of the app"));
        }
        if (!isJava()) {
            return List.of(fault(
                    "is written in " + language() + ", which the annotation processor does not see. Call the guard in"
                            + " it: docs/adopt.md, \"The explicit form\". Its operations have \"explicit\": true"));
        }
        return CompiledObstacle.of(compiled.get())
                .map(obstacle -> obstacle.fault(listed.name(), listed.entryPoint()))
                .toList();
    }

    private String fault(String what) {
        return "function " + listed.name() + " (" + listed.entryPoint() + ") " + what + ".";
    }

    private boolean isJava() {
        return language().equals("Java");
    }

    /** Class files without the name of their source come from a compiler that was asked to leave it out. */
    private String language() {
        return compiled.flatMap(function -> function.type().language()).orElse("Java");
    }
}
