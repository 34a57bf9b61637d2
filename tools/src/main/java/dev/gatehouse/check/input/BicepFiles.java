package dev.gatehouse.check.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The Bicep files of a folder to compile: those that no other file refers to and that no snapshot shows. */
final class BicepFiles {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?m)^\\s*(?:module\\s+\\w+|import\\s.*?\\sfrom|using|extends)\\s+'([^':]+\\.(?:bicep|bicepparam))'");
    private static final String PARAMETERS = ".bicepparam";

    private BicepFiles() {}

    static List<SourceFile> toCompile(List<SourceFile> all) {
        Set<Path> shown = new HashSet<>();
        Set<Path> referredTo = new HashSet<>();
        for (SourceFile source : all) {
            Path file = normal(source.file());
            if (source.endsWith(PARAMETERS)) {
                if (Files.exists(snapshot(file))) {
                    addAll(file, shown);
                }
            } else {
                referredTo.addAll(references(file));
            }
        }
        return all.stream()
                .filter(source -> source.endsWith(".bicep"))
                .filter(source -> !shown.contains(normal(source.file())) && !referredTo.contains(normal(source.file())))
                .toList();
    }

    private static Path snapshot(Path parameters) {
        String name = String.valueOf(parameters.getFileName());
        return parameters.resolveSibling(name.substring(0, name.length() - PARAMETERS.length()) + ".snapshot.json");
    }

    private static void addAll(Path file, Set<Path> found) {
        if (found.add(file)) {
            references(file).forEach(reference -> addAll(reference, found));
        }
    }

    private static Set<Path> references(Path file) {
        Set<Path> references = new LinkedHashSet<>();
        try {
            REFERENCE
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(found -> references.add(normal(file.resolveSibling(found.group(1)))));
        } catch (IOException unreadable) {
            return Set.of(); // compiling reports it
        }
        return references;
    }

    private static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
