package dev.gatehouse.chain.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A function of the staged app with its method.
 *
 * @param method empty when the worker cannot load it: every call fails with 500
 * @param fault why there is no method; empty when there is one
 */
record LoadedFunction(StagedFunction staged, Optional<EntryPoint> method, String fault) {
    private static final String HINT = "; --host func runs it in Microsoft's own host";

    static LoadedFunction load(StagedFunction staged, AppClasses classes) {
        return load(staged, () -> classes.method(staged));
    }

    private static LoadedFunction load(StagedFunction staged, Supplier<EntryPoint> method) {
        try {
            return new LoadedFunction(staged, Optional.of(method.get()), "");
        } catch (IllegalArgumentException fault) {
            return new LoadedFunction(staged, Optional.empty(), String.valueOf(fault.getMessage()));
        } catch (LinkageError missing) { // a class of its signature, say
            return new LoadedFunction(staged, Optional.empty(), missing.toString());
        }
    }

    String name() {
        return staged.name();
    }

    /** What one must know of this function before calling it: one line each, empty for a function that is served as it is. */
    List<String> notes() {
        if (method.isEmpty()) {
            return List.of("function " + name() + " answers 500, as in Azure: " + fault);
        }
        if (staged.http().isEmpty()) {
            return List.of("function " + name() + " is not run by its " + staged.trigger()
                    + ": nothing here triggers it. POST /admin/functions/" + name()
                    + " with the master key runs it once"
                    + HINT);
        }
        return method.get().unserved().stream()
                .map(why -> "function " + name() + " answers 500: " + why + HINT)
                .toList();
    }

    /** Whether calls over HTTP reach its code. */
    boolean isServed() {
        return staged.http().isPresent()
                && method.filter(loaded -> loaded.unserved().isEmpty()).isPresent();
    }
}
