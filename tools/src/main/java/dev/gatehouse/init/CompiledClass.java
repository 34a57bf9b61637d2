package dev.gatehouse.init;

import dev.gatehouse.input.UnreadableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** A class file (JVM specification, chapter 4), read without loading the class. */
record CompiledClass(ClassNode node) {
    /** Class files of Java 1.1 have major version 45. */
    private static final int VERSION_OF_JAVA_0 = 44;

    private static final Map<String, String> LANGUAGES =
            Map.of("kt", "Kotlin", "scala", "Scala", "groovy", "Groovy", "java", "Java");

    /** @throws UnreadableInput when a file is not a class file, or newer than this tool */
    static List<CompiledClass> in(Path folder) {
        List<CompiledClass> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .filter(each -> !each.endsWith("module-info.class"))
                    .sorted()
                    .toList()) {
                classes.add(read(file));
            }
        } catch (IOException unreadable) {
            throw new UnreadableInput(folder + " cannot be read");
        }
        return classes;
    }

    private static CompiledClass read(Path file) throws IOException {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new UnreadableInput(
                    file + " is not a class file that can be read (" + damaged.getMessage() + "); build the app anew");
        }
        return new CompiledClass(node);
    }

    /** As function.json and messages have it: a nested class behind a dot. */
    String name() {
        return isNested() ? node.name.replace('/', '.').replace('$', '.') : node.name.replace('/', '.');
    }

    boolean isNested() {
        return node.innerClasses.stream().anyMatch(each -> each.name.equals(node.name));
    }

    /** Of a nested class, the class file's own flags say less than its entry among the nested classes. */
    boolean has(int flag) {
        return (node.innerClasses.stream()
                                .filter(each -> each.name.equals(node.name))
                                .map(each -> each.access)
                                .findFirst()
                                .orElse(node.access)
                        & flag)
                != 0;
    }

    boolean isClass() {
        return !has(Opcodes.ACC_INTERFACE) && !has(Opcodes.ACC_ENUM);
    }

    /** The Java version that it was compiled for. */
    int release() {
        return (node.version & 0xffff) - VERSION_OF_JAVA_0;
    }

    /** Empty where the class file does not say. */
    Optional<String> language() {
        return Optional.ofNullable(node.sourceFile)
                .map(file -> file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .map(LANGUAGES::get);
    }
}
