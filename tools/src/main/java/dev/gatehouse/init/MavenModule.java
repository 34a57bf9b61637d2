package dev.gatehouse.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A module of a Maven build, as its poms describe it (https://maven.apache.org/pom.html).
 *
 * @param folder the folder of its pom
 * @param root the folder in which its whole build is started; the same folder for an app of one module
 */
public record MavenModule(Path folder, Path root) {
    private static final String POM = "pom.xml";

    /** The module whose build made the file or folder: the nearest folder above it with a pom. */
    public static Optional<MavenModule> of(Path made) {
        return above(made)
                .filter(MavenModule::hasPom)
                .findFirst()
                .map(folder -> new MavenModule(folder, rootOf(folder)));
    }

    /** The pom files and the folders of sources and resources of this module and of the modules that it depends on. */
    public List<Path> sources() {
        Set<Path> modules = new LinkedHashSet<>();
        dependencies(folder, listed(root), modules);
        List<Path> sources =
                new ArrayList<>(List.of(root.resolve(POM), root.resolve("host.json"), root.resolve(".mvn")));
        modules.forEach(module -> sources.addAll(sources(module)));
        return sources.stream().distinct().toList();
    }

    /** The files that decide how it is built: the poms of this build and above it, and the settings of Maven for it and for the user. */
    public List<Path> description() {
        Path user = Path.of(System.getProperty("user.home"), ".m2");
        return Stream.of(
                        listed(root).stream().map(module -> module.resolve(POM)),
                        Stream.concat(Stream.of(root), above(root)).map(folder -> folder.resolve(POM)),
                        Stream.of(root.resolve(".mvn")),
                        Stream.of("settings.xml", "settings-security.xml", "toolchains.xml")
                                .map(user::resolve))
                .flatMap(places -> places)
                .toList();
    }

    /** What builds this module and the modules that it depends on, started in the root. */
    public List<String> selection() {
        return folder.equals(root)
                ? List.of()
                : List.of("-pl", root.relativize(folder).toString(), "-am");
    }

    /** The wrapper of the module or of the root, if one of them has it. */
    public Optional<Path> wrapper(String name) {
        return Stream.of(folder, root)
                .map(each -> each.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static void dependencies(Path module, List<Path> all, Set<Path> found) {
        if (found.add(module)) {
            Pom pom = Pom.read(module.resolve(POM));
            all.stream()
                    .filter(other -> pom.mentions(Pom.read(other.resolve(POM)).artifactId()))
                    .forEach(other -> dependencies(other, all, found));
        }
    }

    private static List<Path> sources(Path module) {
        Pom pom = Pom.read(module.resolve(POM));
        Stream<String> declared = Stream.concat(
                pom.texts("build", "sourceDirectory"), pom.texts("build", "resources", "resource", "directory"));
        return Stream.concat(Stream.of(POM, "host.json", "src/main"), declared)
                .filter(place -> !place.contains("$"))
                .map(place -> module.resolve(place).normalize())
                .filter(place -> !module.startsWith(place)) // such as the LICENSE of the folder above
                .toList();
    }

    private static Path rootOf(Path module) {
        Path root = module;
        for (Path above : above(module).toList()) {
            root = hasPom(above) && modules(above).contains(root) ? above : root;
        }
        return root;
    }

    /** The modules of a build, each with those below it. */
    private static List<Path> listed(Path root) {
        return modules(root).stream()
                .flatMap(module -> Stream.concat(Stream.of(module), listed(module).stream()))
                .toList();
    }

    private static List<Path> modules(Path folder) {
        Pom pom = Pom.read(folder.resolve(POM));
        return Stream.concat(pom.texts("modules", "module"), pom.texts("profiles", "profile", "modules", "module"))
                .map(name -> folder.resolve(name).normalize())
                .filter(MavenModule::hasPom)
                .toList();
    }

    private static boolean hasPom(Path folder) {
        return Files.isRegularFile(folder.resolve(POM));
    }

    private static Stream<Path> above(Path file) {
        return Stream.iterate(file.toAbsolutePath().normalize().getParent(), Objects::nonNull, Path::getParent);
    }
}
