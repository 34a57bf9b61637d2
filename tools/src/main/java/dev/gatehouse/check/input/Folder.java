package dev.gatehouse.check.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files below a folder that may be about a deployment. */
final class Folder {
    private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", "build", "bin", "obj");
    private static final List<String> ENDINGS = List.of(".json", ".xml", ".bicep", ".bicepparam");

    private Folder() {}

    /** In the order of their names; folders of tools and of build output are skipped, links not followed. */
    static List<SourceFile> files(Path folder, String shown) throws IOException {
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
}
