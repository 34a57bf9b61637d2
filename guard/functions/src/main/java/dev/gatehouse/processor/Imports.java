package dev.gatehouse.processor;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The imports of a source file: a class is called by its simple name, unless another one has that name already. */
final class Imports {
    private final Map<String, String> bySimpleName = new TreeMap<>();
    private final String ownPackage;

    /** @param own qualified name of the class whose source it is */
    Imports(String own) {
        this.ownPackage = own.substring(0, Math.max(own.lastIndexOf('.'), 0));
        name(own);
    }

    /** How the source calls the class of this qualified name. */
    String name(String qualified) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        return bySimpleName.computeIfAbsent(simple, none -> qualified).equals(qualified) ? simple : qualified;
    }

    String lines() {
        return bySimpleName.values().stream()
                .filter(qualified -> !isKnown(qualified.substring(0, Math.max(qualified.lastIndexOf('.'), 0))))
                .sorted()
                .map(qualified -> "import " + qualified + ";\n")
                .collect(Collectors.joining());
    }

    private boolean isKnown(String where) {
        return where.equals(ownPackage) || where.equals("java.lang");
    }
}
