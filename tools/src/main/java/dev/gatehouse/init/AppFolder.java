package dev.gatehouse.init;

import dev.gatehouse.input.UnreadableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of an app, and where its build has put what it made. */
record AppFolder(Path folder, Path buildFile) {
    private static final String CONTRACT = "src/main/resources/contract/security.json";
    private static final Pattern CONTRACT_OPTION = Pattern.compile("-Agatehouse\\.contract=([^\\s<\"']+)");

    boolean isMaven() {
        return buildFile.endsWith("pom.xml");
    }

    /** What packages the app, with its own wrapper if it has one; clean, because a changed pom alone compiles nothing again. */
    String packaging() {
        if (isMaven()) {
            return (Files.exists(folder.resolve("mvnw")) ? "./mvnw" : "mvn") + " clean package";
        }
        return (Files.exists(folder.resolve("gradlew")) ? "./gradlew" : "gradle") + " azureFunctionsPackage";
    }

    /** The folder that holds the app as it is deployed; of several, as after a renaming, the newest. */
    Optional<Path> staging() {
        return children(folder.resolve(output()).resolve("azure-functions")).stream()
                .filter(each -> !functionFiles(each).isEmpty())
                .max(Comparator.comparing(AppFolder::staged));
    }

    /** The function.json files of a staging folder. */
    static List<Path> functionFiles(Path staging) {
        return children(staging).stream()
                .map(each -> each.resolve("function.json"))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
    }

    /** The folders of compiled classes. */
    List<Path> classes() {
        return isMaven()
                ? Stream.of(folder.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList()
                : children(folder.resolve("build/classes")).stream()
                        .map(language -> language.resolve("main"))
                        .filter(Files::isDirectory)
                        .toList();
    }

    /** Where the contract lies, or will lie. */
    Path contract(String buildText) {
        Matcher option = CONTRACT_OPTION.matcher(buildText);
        String named = option.find() ? option.group(1).replaceFirst("^\\$\\{(project\\.)?basedir}/", "") : CONTRACT;
        return folder.resolve(named.contains("$") ? CONTRACT : named);
    }

    /** A file of the app as messages name it. */
    String name(Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }

    private String output() {
        return isMaven() ? "target" : "build";
    }

    private static FileTime staged(Path staging) {
        return functionFiles(staging).stream()
                .map(AppFolder::modified)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Empty where the folder does not exist. */
    static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            throw new UnreadableInput(folder + " cannot be read");
        }
    }
}
