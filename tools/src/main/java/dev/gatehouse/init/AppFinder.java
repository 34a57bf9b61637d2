package dev.gatehouse.init;

import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the Azure Functions app in a folder, or in a module below it. */
final class AppFinder {
    private static final int DEEPEST = 3;
    private static final Set<String> NO_MODULES = Set.of("target", "build", "src", "node_modules");
    private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

    private AppFinder() {}

    /** @throws UnreadableInput when there is no app, or there are several */
    static AppFolder find(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableInput(
                    Files.exists(folder)
                            ? folder + " is a file; expected the folder of an Azure Functions app"
                            : folder + " was not found; expected the folder of an Azure Functions app");
        }
        Optional<AppFolder> here = buildFile(folder).filter(AppFinder::isApp);
        List<AppFolder> found = here.map(List::of).orElseGet(() -> below(folder, DEEPEST));
        if (found.isEmpty()) {
            throw new UnreadableInput(missing(folder));
        }
        if (found.size() > 1) {
            throw new UnreadableInput("there are several apps below " + folder + "; name the folder of one: "
                    + found.stream().map(each -> each.folder().toString()).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    private static String missing(Path folder) {
        return buildFile(folder)
                .map(app -> app.buildFile() + " does not build an Azure Functions app in Java: it has no "
                        + (app.isMaven()
                                ? "azure-functions-maven-plugin and no azure-functions-java-library"
                                : "plugin com.microsoft.azure.azurefunctions")
                        + ", and neither has a module below it")
                .orElse("no Azure Functions app was found in " + folder
                        + ": it has no pom.xml and no build.gradle, and no app in a folder below it");
    }

    private static List<AppFolder> below(Path folder, int depth) {
        List<AppFolder> found = new ArrayList<>();
        for (Path child : AppFolder.children(folder)) {
            String name = String.valueOf(child.getFileName());
            if (Files.isDirectory(child) && !name.startsWith(".") && !NO_MODULES.contains(name)) {
                Optional<AppFolder> app = buildFile(child).filter(AppFinder::isApp);
                app.ifPresent(found::add);
                if (app.isEmpty() && depth > 1) {
                    found.addAll(below(child, depth - 1));
                }
            }
        }
        return found;
    }

    private static Optional<AppFolder> buildFile(Path folder) {
        return BUILD_FILES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .map(file -> new AppFolder(folder, file))
                .findFirst();
    }

    private static boolean isApp(AppFolder app) {
        if (app.staging().isPresent()) {
            return true;
        }
        return app.isMaven()
                ? isApp(Pom.read(app.buildFile()))
                : GivenText.read(app.buildFile()).contains("azurefunctions");
    }

    /** A parent of modules is not an app, even where it manages the plugin for them. */
    private static boolean isApp(Pom pom) {
        return !pom.isParent()
                && Stream.of("azure-functions-maven-plugin", "azure-functions-java-library")
                        .anyMatch(pom::mentions);
    }
}
