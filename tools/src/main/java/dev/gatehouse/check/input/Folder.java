package dev.gatehouse.check.input;

import dev.gatehouse.check.input.InputReading.UnreadableFile;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The files below a folder that may be about a deployment.
 *
 * @param toRead Bicep files only where they are to be compiled
 * @param skipped what cannot be read here
 */
record Folder(List<SourceFile> toRead, List<UnreadableFile> skipped) {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?m)^\\s*(?:module\\s+\\w+|import\\s.*?\\sfrom|using|extends)\\s+'([^':]+\\.(?:bicep|bicepparam))'");
    private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", "build", "bin", "obj");

    Folder {
        toRead = List.copyOf(toRead);
        skipped = List.copyOf(skipped);
    }

    /**
     * @param shown the folder's name as the user would write it
     * @param choice which of its files are meant
     */
    static Folder of(Path folder, String shown, Predicate<SourceFile> choice, BicepCompiler compiler)
            throws IOException {
        List<SourceFile> files = files(folder, shown, choice);
        Set<SourceFile> compiled = new LinkedHashSet<>(toCompile(files));
        Set<SourceFile> toRead = new LinkedHashSet<>(files);
        toRead.removeIf(file -> file.is(FileKind.TERRAFORM)
                || file.is(FileKind.BICEP) && !(compiler.isInstalled() && compiled.contains(file)));
        List<UnreadableFile> skipped = files.stream()
                .filter(file -> file.is(FileKind.TERRAFORM) || compiled.contains(file) && !compiler.isInstalled())
                .map(file -> file.unreadable(
                        file.is(FileKind.TERRAFORM) ? FileKind.TERRAFORM_UNREAD : BicepCompiler.MISSING))
                .toList();
        return new Folder(List.copyOf(toRead), skipped);
    }

    /** In the order of their names; folders of tools and of build output are skipped, links not followed. */
    private static List<SourceFile> files(Path folder, String shown, Predicate<SourceFile> choice) throws IOException {
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
                SourceFile source = SourceFile.below(folder, shown, file);
                if (attributes.isRegularFile() && !source.is(FileKind.OTHER) && choice.test(source)) {
                    files.add(source);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(SourceFile::shown));
        return files;
    }

    /**
     * The Bicep files to compile: parameters without a snapshot beside them, and what no other file refers to and neither
     * parameters nor a snapshot show.
     */
    private static List<SourceFile> toCompile(List<SourceFile> all) {
        Set<Path> shown = new HashSet<>();
        Set<Path> referredTo = new HashSet<>();
        for (SourceFile source : all) {
            Path file = normal(source.file());
            if (source.isParameters()) {
                addAll(file, shown);
            } else if (source.is(FileKind.BICEP)) {
                referredTo.addAll(references(file));
            }
        }
        return all.stream()
                .filter(source -> source.is(FileKind.BICEP))
                .filter(source -> source.isParameters()
                        ? !Files.exists(snapshot(source.file()))
                        : !shown.contains(normal(source.file())) && !referredTo.contains(normal(source.file())))
                .toList();
    }

    private static Path snapshot(Path parameters) {
        String name = String.valueOf(parameters.getFileName());
        return parameters.resolveSibling(
                name.substring(0, name.length() - SourceFile.PARAMETERS.length()) + ".snapshot.json");
    }

    private static void addAll(Path file, Set<Path> found) {
        if (found.add(file)) {
            references(file).forEach(reference -> addAll(reference, found));
        }
    }

    /** The Bicep files that one refers to. */
    static Set<Path> references(Path file) {
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
