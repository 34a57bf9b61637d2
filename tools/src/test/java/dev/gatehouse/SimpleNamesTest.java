package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One simple name is one type in the whole repository: no two top-level types share it, and no nested type that others can see has
 * that of a top-level one. The apps below {@code tools/src/test/apps} are compiled each by itself and are not looked at.
 */
class SimpleNamesTest {
    private static final Path REPOSITORY = Path.of("");

    @Test
    void oneSimpleNameIsOneType() throws IOException {
        assertThat(shared(sources(REPOSITORY))).isEmpty();
    }

    @Test
    void looksAtTheSourcesOfEveryModule() throws IOException {
        List<Path> modules;
        try (Stream<Path> poms = Files.find(REPOSITORY, 3, (path, what) -> path.endsWith("pom.xml"))) {
            modules = poms.filter(SimpleNamesTest::hasSources)
                    .map(pom -> pom.getParent() == null ? REPOSITORY : pom.getParent())
                    .filter(module -> !module.equals(REPOSITORY) && !module.startsWith("target"))
                    .toList();
        }

        assertThat(modules).contains(Path.of("guard/core"), Path.of("src"), Path.of("tools"), Path.of("bench"));
        assertThat(modules)
                .allSatisfy(module -> assertThat(sources(REPOSITORY)).anyMatch(source -> source.startsWith(module)));
    }

    private static boolean hasSources(Path pom) {
        try {
            return !Files.readString(pom).contains("<packaging>pom</packaging>");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void findsTwoTopLevelTypes(@TempDir Path folder) throws IOException {
        write(folder, "main", "a", "class Same {}");
        write(folder, "test", "b", "record Same() {}");

        assertThat(shared(sources(folder))).containsOnlyKeys("Same");
    }

    @Test
    void findsANestedTypeThatIsNamedLikeATopLevelOne(@TempDir Path folder) throws IOException {
        write(folder, "main", "a", "class Same {}");
        write(folder, "main", "b", "interface Outer { class Middle { enum Same {} } }");

        assertThat(shared(sources(folder))).containsOnlyKeys("Same");
    }

    @Test
    void letsNestedTypesShareANameAndPrivateOnesHaveAny(@TempDir Path folder) throws IOException {
        write(folder, "main", "a", "class Top { record Part() {} }");
        write(folder, "main", "b", "class Other { record Part() {} private record Top() {} }");

        assertThat(shared(sources(folder))).isEmpty();
    }

    /** The names that stand for several types, with the files that declare them. */
    private static Map<String, Set<Path>> shared(List<Path> sources) throws IOException {
        Map<String, Set<Path>> topLevel = new TreeMap<>();
        Map<String, Set<Path>> nested = new TreeMap<>();
        for (CompilationUnitTree unit : parsed(sources)) {
            Path file = Path.of(unit.getSourceFile().getName());
            for (Tree declared : unit.getTypeDecls()) {
                if (declared instanceof ClassTree type) {
                    topLevel.computeIfAbsent(name(type), name -> new TreeSet<>())
                            .add(file);
                    visibleWithin(type).forEach(inner -> nested.computeIfAbsent(name(inner), name -> new TreeSet<>())
                            .add(file));
                }
            }
        }
        nested.keySet().retainAll(topLevel.keySet());
        nested.forEach((name, files) -> topLevel.get(name).addAll(files));
        topLevel.entrySet().removeIf(entry -> entry.getValue().size() == 1);
        return topLevel;
    }

    private static Stream<ClassTree> visibleWithin(ClassTree type) {
        return type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(inner -> !inner.getModifiers().getFlags().contains(Modifier.PRIVATE))
                .flatMap(inner -> Stream.concat(Stream.of(inner), visibleWithin(inner)));
    }

    private static String name(ClassTree type) {
        return type.getSimpleName().toString();
    }

    private static List<CompilationUnitTree> parsed(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        List<CompilationUnitTree> units = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, faults, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            task.parse().forEach(units::add);
        }
        assertThat(faults.getDiagnostics()).isEmpty();
        assertThat(units).hasSameSizeAs(sources);
        return units;
    }

    /** Whatever lies below a {@code main/java} or {@code test/java}. */
    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean isNoSource = name.equals("target") || name.equals("node_modules") || name.startsWith(".");
                return isNoSource ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = "/" + file.toString().replace('\\', '/');
                if (path.matches(".*/(main|test)/java/.*\\.java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static void write(Path folder, String kind, String pack, String source) throws IOException {
        Path file = folder.resolve(kind + "/java/" + pack + "/Some.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package " + pack + "; " + source);
    }
}
