package dev.gatehouse.check.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The files below a folder that may be about a deployment. */
final class Folder {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?m)^\\s*(?:module\\s+\\w+|import\\s.*?\\sfrom|using|extends)\\s+'([^':]+\\.(?:bicep|bicepparam))'");
    private static final String PARAMETERS = ".bicepparam";
    private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", "build", "bin", "obj");
    private static final List<String> ENDINGS = List.of(".json", ".xml", ".bicep", PARAMETERS);

    private Folder() {}

    /** The files to check, Bicep files only where they are to be compiled. */
    static List<SourceFile> toCheck(Path folder, String shown) throws IOException {
        List<SourceFile> files = files(folder, shown);
        List<SourceFile> chosen = new ArrayList<>(files);
        chosen.removeIf(file -> file.endsWith(".bicep") || file.endsWith(PARAMETERS));
        chosen.addAll(toCompile(files));
        return chosen;
    }

    /** In the order of their names; folders of tools and of build output are skipped, links not followed. */
    private static List<SourceFile> files(Path folder, String shown) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                String name = String.valueOf(each.getFileName());
                boolean passed = !each.equals(folder) && (name.startsWith(".") || PASSED_OVER.contains(name));
                return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.toString().toLowerCase(Locale.ROOT);
                if (attributes.isRegularFile() && ENDINGS.stream().anyMatch(name::endsWith)) {
                    files.add(new SourceFile(
                            file,
                            Path.of(shown)
                                    .resolve(folder.relativize(file))
                                    .normalize()
                                    .toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(SourceFile::shown));
        return files;
    }

    /** The Bicep files to compile: those that no other file refers to and that no snapshot shows. */
    private static List<SourceFile> toCompile(List<SourceFile> all) {
        Set<Path> shown = new HashSet<>();
        Set<Path> referredTo = new HashSet<>();
        for (SourceFile source : all) {
            Path file = normal(source.file());
            if (source.endsWith(PARAMETERS)) {
                if (Files.exists(snapshot(file))) {
                    addAll(file, shown);
                }
            } else if (source.endsWith(".bicep")) {
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
