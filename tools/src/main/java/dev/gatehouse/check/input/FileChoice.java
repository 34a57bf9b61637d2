package dev.gatehouse.check.input;

import java.nio.file.Path;
import java.util.List;

/**
 * Which files of a folder are read.
 *
 * @param base the folder that the patterns' paths begin at
 * @param include none means all
 */
public record FileChoice(Path base, List<Glob> include, List<Glob> exclude) {
    public FileChoice {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** All of them. */
    public static FileChoice all() {
        return new FileChoice(Path.of(""), List.of(), List.of());
    }

    public boolean has(Path file) {
        Path from = base.toAbsolutePath().normalize();
        Path normal = file.toAbsolutePath().normalize();
        String path = normal.startsWith(from) ? from.relativize(normal).toString() : normal.toString();
        return (include.isEmpty() || include.stream().anyMatch(each -> each.matches(path)))
                && exclude.stream().noneMatch(each -> each.matches(path));
    }
}
