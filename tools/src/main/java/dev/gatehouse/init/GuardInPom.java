package dev.gatehouse.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds the guard to a pom: the dependency, and the annotation processor where javac would not find it on the class path.
 *
 * @param version of the guard
 * @param jdk the Java version that builds the app
 */
record GuardInPom(String version, int jdk) {
    static final String GROUP = "dev.gatehouse";
    static final String ARTIFACT = "gatehouse-functions";

    /** From here on, javac runs only processors that it is given (JDK 23 release notes, JDK-8321314). */
    private static final int PROCESSORS_MUST_BE_LISTED = 23;

    /** By the order of https://maven.apache.org/pom.html. */
    private static final Set<String> BEHIND_DEPENDENCIES =
            Set.of("repositories", "pluginRepositories", "build", "reporting", "profiles");

    private static final String COMPILER = "maven-compiler-plugin";
    private static final String COMPILER_VERSION = "3.14.1";
    private static final String LISTS = "annotationProcessorPaths";
    private static final String LIBRARY = "azure-functions-java-library";

    /**
     * @param pom changed, or as it was
     * @param changes what was added
     * @param byHand what a person has to do instead, or besides
     */
    record Outcome(Pom pom, List<String> changes, List<String> byHand) {}

    Snippet dependency() {
        return Snippet.artifact("dependency", GROUP, ARTIFACT, version);
    }

    /** The dependency only: for an app whose functions no annotation processor sees, or that has the guard from elsewhere. */
    Outcome dependencyIn(Pom pom, boolean isThere) {
        if (isThere || pom.hasDependency(ARTIFACT)) {
            return new Outcome(pom, List.of(), List.of());
        }
        Pom changed = withDependency(pom);
        boolean isInProfiles = !pom.hasDependency(LIBRARY) && pom.hasDependencyInProfile(LIBRARY);
        if (isInProfiles || !changed.hasDependency(ARTIFACT)) {
            return new Outcome(
                    pom,
                    List.of(),
                    List.of("add beside the dependency " + LIBRARY + (isInProfiles ? ", in the profile" : "") + ":\n"
                            + dependency().pasted()));
        }
        return new Outcome(changed, List.of("the dependency " + GROUP + ":" + ARTIFACT + ":" + version), List.of());
    }

    Outcome processorIn(Pom pom) {
        List<String> byHand = new ArrayList<>();
        List<XmlNode> inProfiles = lists(pom, pom.project().below("profiles", "profile", "build"));
        if (inProfiles.stream().anyMatch(list -> !isListed(pom, list))) {
            byHand.add("a profile lists annotation processors; add this one to its " + LISTS + ":\n"
                    + path("path").pasted());
        }
        List<XmlNode> lists = lists(pom, pom.project().below("build"));
        if (isOff(pom)) {
            byHand.add(
                    "annotation processing is off in the pom (proc none); without it the guard refuses every call: remove it");
        }
        if (lists.isEmpty() && !hasProc(pom) && jdk >= PROCESSORS_MUST_BE_LISTED) {
            return new Outcome(
                    withList(pom),
                    List.of("the annotation processor, as javac " + jdk + " runs only those that are listed"),
                    byHand);
        }
        Pom changed = withPaths(pom);
        return new Outcome(
                changed,
                changed.equals(pom) ? List.of() : List.of("the annotation processor, as the pom lists processors"),
                byHand);
    }

    private Pom withDependency(Pom pom) {
        XmlNode project = pom.project();
        Optional<XmlNode> dependencies = project.child("dependencies");
        if (dependencies.isPresent()) {
            return new PomInsertion(pom).into(dependencies.get(), dependency());
        }
        XmlNode before = project.children().stream()
                .takeWhile(each -> !BEHIND_DEPENDENCIES.contains(each.localName()))
                .reduce((first, second) -> second)
                .orElseThrow();
        return new PomInsertion(pom).after(before, Snippet.of("dependencies", dependency()));
    }

    /** One list after the other, as each insertion moves the places behind it. */
    private Pom withPaths(Pom pom) {
        Optional<XmlNode> next = lists(pom, pom.project().below("build")).stream()
                .filter(list -> !isListed(pom, list))
                .findFirst();
        return next.map(list -> withPaths(new PomInsertion(pom)
                        .into(
                                list,
                                path(list.children().stream()
                                        .reduce((first, second) -> second)
                                        .map(XmlNode::localName)
                                        .orElse("path")))))
                .orElse(pom);
    }

    private Pom withList(Pom pom) {
        Snippet list = Snippet.of(LISTS, path("path"));
        Snippet configuration = Snippet.of("configuration", list);
        Optional<XmlNode> compiler = pom.project()
                .below("build", "plugins", "plugin")
                .filter(plugin -> isCompiler(pom, plugin))
                .findFirst();
        PomInsertion insertion = new PomInsertion(pom);
        if (compiler.isPresent()) {
            return compiler.get()
                    .child("configuration")
                    .map(existing -> insertion.into(existing, list))
                    .orElseGet(() -> insertion.into(compiler.get(), configuration));
        }
        Snippet plugin = Snippet.of(
                "plugin",
                Snippet.of("groupId", "org.apache.maven.plugins"),
                Snippet.of("artifactId", COMPILER),
                Snippet.of("version", COMPILER_VERSION),
                configuration);
        Optional<XmlNode> build = pom.project().child("build");
        Optional<XmlNode> plugins = build.flatMap(each -> each.child("plugins"));
        if (plugins.isPresent()) {
            return insertion.into(plugins.get(), plugin);
        }
        return build.map(existing -> insertion.into(existing, Snippet.of("plugins", plugin)))
                .orElseGet(() -> insertion.into(pom.project(), Snippet.of("build", Snippet.of("plugins", plugin))));
    }

    Snippet path(String element) {
        return Snippet.artifact(element, GROUP, ARTIFACT, version);
    }

    private static boolean isListed(Pom pom, XmlNode list) {
        return pom.has(list.children().stream(), ARTIFACT);
    }

    /** Lists of processors for the app's own classes. */
    private static List<XmlNode> lists(Pom pom, Stream<XmlNode> builds) {
        return builds.flatMap(build -> Stream.concat(
                        build.below("plugins", "plugin"), build.below("pluginManagement", "plugins", "plugin")))
                .filter(plugin -> isCompiler(pom, plugin))
                .flatMap(plugin -> Stream.concat(
                        Stream.of(plugin),
                        plugin.below("executions", "execution").filter(each -> !isOfTests(pom, each))))
                .flatMap(each -> each.below("configuration", LISTS))
                .toList();
    }

    private static boolean isOfTests(Pom pom, XmlNode execution) {
        return execution.below("goals", "goal").anyMatch(goal -> goal.text(pom.text())
                        .equals("testCompile"))
                || execution.text(pom.text(), "id").equals("default-testCompile");
    }

    private static boolean isCompiler(Pom pom, XmlNode plugin) {
        return plugin.text(pom.text(), "artifactId").equals(COMPILER);
    }

    private static boolean isOff(Pom pom) {
        return proc(pom).anyMatch(value -> value.equals("none") || value.equals("-proc:none"));
    }

    private static boolean hasProc(Pom pom) {
        return proc(pom).findAny().isPresent();
    }

    /** What the pom says about running processors at all. */
    private static Stream<String> proc(Pom pom) {
        Stream<String> configured = pom.project()
                .below("build", "plugins", "plugin")
                .filter(plugin -> isCompiler(pom, plugin))
                .flatMap(plugin -> Stream.concat(
                        plugin.below("configuration", "proc"), plugin.below("configuration", "compilerArgs", "arg")))
                .map(each -> each.text(pom.text()))
                .filter(value -> !value.startsWith("-") || value.startsWith("-proc:"));
        return Stream.concat(configured, pom.property("maven.compiler.proc").stream());
    }
}
