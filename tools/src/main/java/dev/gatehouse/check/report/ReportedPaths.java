package dev.gatehouse.check.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files as programs read them.
 *
 * @param here the folder that relative names start from
 * @param base the folder that reported names start from, where they are below it
 */
public record ReportedPaths(Path here, Path base) {
    public ReportedPaths(Path here) {
        this(here, here);
    }

    /** With slashes. */
    public String relative(String file) {
        return slashes(below(file));
    }

    /** A relative reference, or a file's URL where it is elsewhere (RFC 3986). */
    public String uri(String file) {
        try {
            Path path = Path.of(below(file));
            return path.isAbsolute()
                    ? path.toUri().toString()
                    : new URI(null, null, slashes(path.toString()), null).toString();
        } catch (URISyntaxException noPath) {
            throw new IllegalArgumentException("not the name of a file", noPath);
        }
    }

    private String below(String file) {
        try {
            Path from = base.toAbsolutePath().normalize();
            Path path = here.toAbsolutePath().resolve(file).normalize();
            return path.startsWith(from) && !path.equals(from)
                    ? from.relativize(path).toString()
                    : path.toString();
        } catch (InvalidPathException noFile) {
            return file;
        }
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }
}
