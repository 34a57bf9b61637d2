package dev.gatehouse.init;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** XML to add to a pom: an element with a text, or with elements. */
record Snippet(String name, String text, List<Snippet> children) {

    static Snippet of(String name, String text) {
        return new Snippet(name, text, List.of());
    }

    static Snippet of(String name, Snippet... children) {
        return new Snippet(name, "", Arrays.asList(children));
    }

    static Snippet artifact(String element, String group, String artifact, String version) {
        return of(element, of("groupId", group), of("artifactId", artifact), of("version", version));
    }

    /** To be pasted by a person. */
    String pasted() {
        return new Form("", "\n", "  ").of(this, "");
    }

    /** How a document is written. */
    record Form(String prefix, String lineEnd, String unit) {
        /** Without indentation of its first line. */
        String of(Snippet snippet, String indentation) {
            String tag = prefix + snippet.name();
            String content = snippet.children().isEmpty()
                    ? snippet.text()
                    : snippet.children().stream()
                            .map(child -> lineEnd + indentation + unit + of(child, indentation + unit))
                            .collect(Collectors.joining("", "", lineEnd + indentation));
            return "<" + tag + ">" + content + "</" + tag + ">";
        }
    }
}
