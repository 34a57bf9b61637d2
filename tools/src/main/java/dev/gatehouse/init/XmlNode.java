package dev.gatehouse.init;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An element of well-formed XML, and where it is in its text.
 *
 * @param name as it is written, with its prefix
 * @param start where its start tag begins
 * @param content where its start tag ends
 * @param contentEnd where its end tag begins; of an empty-element tag, where it ends
 * @param end where it ends
 */
record XmlNode(String name, int start, int content, int contentEnd, int end, List<XmlNode> children) {
    /** Markup, in the order in which it has to be tried. */
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<!DOCTYPE(?:[^\\[>]|\\[.*?]\\s*>)*>?"
                    + "|<(?<end>/)?(?<name>[^\\s/>]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(?<empty>/)?>",
            Pattern.DOTALL);

    private record Open(String name, int start, int content, List<XmlNode> children) {}

    /** The root element. */
    static XmlNode root(String wellFormed) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", 0, 0, new ArrayList<>()));
        Matcher markup = MARKUP.matcher(wellFormed);
        while (markup.find()) {
            String name = markup.group("name");
            if (name == null) {
                continue;
            }
            if (markup.group("end") == null) {
                open.push(new Open(name, markup.start(), markup.end(), new ArrayList<>()));
            }
            if (markup.group("end") != null || markup.group("empty") != null) {
                Open element = open.pop();
                int contentEnd = markup.group("end") == null ? markup.end() : markup.start();
                open.element()
                        .children()
                        .add(new XmlNode(
                                element.name(),
                                element.start(),
                                element.content(),
                                contentEnd,
                                markup.end(),
                                element.children()));
            }
        }
        return open.element().children().get(0);
    }

    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** With its colon; empty where there is none. */
    String prefix() {
        return name.substring(0, name.indexOf(':') + 1);
    }

    boolean isEmptyTag() {
        return contentEnd == end;
    }

    Stream<XmlNode> children(String localName) {
        return children.stream().filter(each -> each.localName().equals(localName));
    }

    /** The elements at the end of a path of names. */
    Stream<XmlNode> below(String... path) {
        Stream<XmlNode> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(each -> each.children(name));
        }
        return found;
    }

    Optional<XmlNode> child(String localName) {
        return children(localName).findFirst();
    }

    /** Without comments and white space around it. */
    String text(String document) {
        return document.substring(content, contentEnd)
                .replaceAll("(?s)<!--.*?-->", "")
                .strip();
    }

    /** The text of a child; empty where there is none. */
    String text(String document, String localName) {
        return child(localName).map(each -> each.text(document)).orElse("");
    }
}
