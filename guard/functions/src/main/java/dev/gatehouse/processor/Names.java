package dev.gatehouse.processor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with functions' names, whatever triggers them. */
final class Names {
    private Names() {}

    static Map<FunctionMethod, String> faults(List<FunctionMethod> functions) {
        Map<FunctionMethod, String> faults = new LinkedHashMap<>();
        Map<String, FunctionMethod> seen = new HashMap<>();
        for (FunctionMethod function : functions) {
            String name = function.name().toLowerCase(Locale.ROOT);
            FunctionMethod first = seen.putIfAbsent(name, function);
            if (first != null) {
                faults.put(
                        function,
                        "function " + function.name() + " (" + function.place() + ") has the name of " + first.place()
                                + ", as the host ignores letter case. Rename one of them.");
            } else if (name.endsWith("lib")) {
                faults.put(
                        function,
                        "function " + function.name() + " (" + function.place()
                                + ") has a name that ends in \"lib\": the worker would"
                                + " take its folder for the folder of the libraries, and run the app without them and without the guard."
                                + " Rename it.");
            }
        }
        return faults;
    }
}
