package dev.gatehouse.init;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds an element to a pom as its author would have written it: everything else keeps its bytes. */
record PomInsertion(Pom pom) {
    private static final Pattern COMMENT_IN_LINE = Pattern.compile("[ \\t]*<!--[^\\r\\n]*?-->(?=[ \\t]*\\r?\\n)");
    private static final String DEFAULT_UNIT = "    ";

    /** As the last child. */
    Pom into(XmlNode parent, Snippet snippet) {
        return parent.children().isEmpty()
                ? intoEmpty(parent, snippet)
                : after(parent.children().get(parent.children().size() - 1), snippet);
    }

    /** As the next sibling. */
    Pom after(XmlNode sibling, Snippet snippet) {
        String indentation = indentation(sibling);
        Matcher comment = COMMENT_IN_LINE
                .matcher(pom.text())
                .region(sibling.end(), pom.text().length());
        int at = comment.lookingAt() ? comment.end() : sibling.end();
        return replaced(at, at, lineEnd() + indentation + form(sibling).of(snippet, indentation));
    }

    /** Keeps the comments in it. */
    private Pom intoEmpty(XmlNode parent, Snippet snippet) {
        String indentation = indentation(parent);
        String inner = indentation + unit();
        String added = lineEnd() + inner + form(parent).of(snippet, inner) + lineEnd() + indentation;
        if (parent.isEmptyTag()) {
            String tag = pom.text().substring(parent.start(), parent.end()).replaceFirst("\\s*/>$", ">");
            return replaced(parent.start(), parent.end(), tag + added + "</" + parent.name() + ">");
        }
        int kept = pom.text()
                .substring(parent.content(), parent.contentEnd())
                .stripTrailing()
                .length();
        return replaced(parent.content() + kept, parent.contentEnd(), added);
    }

    private Pom replaced(int from, int to, String by) {
        String text = pom.text();
        return Pom.of(pom.name(), text.substring(0, from) + by + text.substring(to), pom.charset());
    }

    private Snippet.Form form(XmlNode near) {
        return new Snippet.Form(near.prefix(), lineEnd(), unit());
    }

    private String lineEnd() {
        int end = pom.text().indexOf('\n');
        return end > 0 && pom.text().charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** By which the project's first element is indented. */
    private String unit() {
        return pom.project().children().stream()
                .findFirst()
                .flatMap(this::ownLine)
                .filter(unit -> !unit.isEmpty())
                .orElse(DEFAULT_UNIT);
    }

    private String indentation(XmlNode node) {
        return ownLine(node).orElse("");
    }

    /** The white space in front of an element that begins its line. */
    private Optional<String> ownLine(XmlNode node) {
        String before = pom.text().substring(pom.text().lastIndexOf('\n', node.start()) + 1, node.start());
        return before.isBlank() ? Optional.of(before) : Optional.empty();
    }
}
