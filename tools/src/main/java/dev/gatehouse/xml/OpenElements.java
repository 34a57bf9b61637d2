package dev.gatehouse.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The elements whose end has not been read yet, each inside the one before. */
final class OpenElements {
    private static final int DEEPEST = 100;

    private final SyntaxFaults faults;
    private final Open document = new Open(new XmlElement.Tag("", Map.of(), new Position(1, 1)));
    private final Set<Open> strays = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Open> open = new ArrayDeque<>(List.of(document));

    private record Open(XmlElement.Tag tag, List<XmlElement> children, StringBuilder text) {
        Open(XmlElement.Tag tag) {
            this(tag, new ArrayList<>(), new StringBuilder());
        }

        String name() {
            return tag.name();
        }

        /** As faults name it. */
        String opened() {
            return ">, opened in line " + tag.position().line();
        }

        XmlElement closed() {
            return new XmlElement(tag, children, text.toString().strip());
        }
    }

    OpenElements(SyntaxFaults faults) {
        this.faults = faults;
    }

    boolean isEmpty() {
        return open.size() == 1;
    }

    /** The innermost element's name; empty outside of all. */
    String name() {
        return open.element().name();
    }

    void append(String text) {
        open.element().text().append(text);
    }

    /** @param start where its tag begins */
    void start(TagReader.Read read, int start) {
        open.push(new Open(read.tag()));
        if (read.isEmpty()) {
            close();
        } else if (open.size() > DEEPEST) {
            faults.add(start, "elements are nested more than " + DEEPEST + " deep");
            close();
        }
    }

    /** @param start where the end tag begins */
    void end(String name, int start) {
        Stream<Open> elements = open.stream().limit(open.size() - 1); // the last is the document
        if (elements.noneMatch(each -> each.name().equals(name))) {
            strayEnd(name, start);
            return;
        }
        while (!name().equals(name)) {
            Open unclosed = open.element();
            if (strays.remove(unclosed)) {
                close(); // its end tag has another name, which is reported
                continue;
            }
            faults.add(start, "</" + name + "> comes before the end of <" + unclosed.name() + unclosed.opened());
            close();
        }
        close();
    }

    /** An end tag of a name that is not open: a misspelt end of a leaf, else it closes nothing. */
    private void strayEnd(String name, int start) {
        if (!isEmpty() && open.element().children().isEmpty()) {
            faults.add(start, "<" + name() + "> is closed by </" + name + ">");
            close();
        } else {
            faults.add(start, "</" + name + "> closes nothing");
            strays.add(open.element());
        }
    }

    /** The root elements, once the text has ended. */
    List<XmlElement> roots(int end) {
        while (!isEmpty()) {
            Open unclosed = open.element();
            faults.add(end, "the text ends before </" + unclosed.name() + unclosed.opened());
            close();
        }
        return document.children();
    }

    private void close() {
        XmlElement closed = open.pop().closed();
        open.element().children().add(closed);
    }
}
