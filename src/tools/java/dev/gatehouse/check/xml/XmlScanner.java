package dev.gatehouse.check.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Reads XML that may be malformed: notes every mistake and goes on behind it. Policy expressions may stand unescaped. */
public final class XmlScanner {
    private static final int DEEPEST = 100;

    private final String text;
    private final Cursor cursor;
    private final TagReader tags;
    private final List<SyntaxFault> faults = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Open document = new Open(new Element.Tag("", Map.of(), new Position(1, 1)));

    /** An element whose end has not come yet. */
    private record Open(Element.Tag tag, List<Element> children, StringBuilder text) {
        Open(Element.Tag tag) {
            this(tag, new ArrayList<>(), new StringBuilder());
        }

        Element closed() {
            return new Element(tag, children, text.toString().strip());
        }
    }

    private XmlScanner(String text) {
        this.text = text;
        this.cursor = new Cursor(text);
        this.tags = new TagReader(text, cursor, this::fault);
        open.push(document);
    }

    public static Scanned scan(String text) {
        return new XmlScanner(text).scan();
    }

    private Scanned scan() {
        while (!cursor.atEnd()) {
            next();
        }
        while (open.size() > 1) {
            fault(
                    cursor.at(),
                    "the text ends before </" + open.element().tag().name() + ">, opened in line "
                            + open.element().tag().position().line());
            close();
        }
        if (document.children().size() > 1) {
            Position second = document.children().get(1).position();
            faults.add(new SyntaxFault(second, "a second root element begins"));
        }
        return new Scanned(document.children(), faults);
    }

    private void next() {
        int start = cursor.at();
        if (cursor.startsWith("<!--")) {
            skip("-->", start, "a comment has no end");
        } else if (cursor.startsWith("<![CDATA[")) {
            skip("]]>", start, "a CDATA section has no end");
            open.element().text().append(cursor.from(start).replaceAll("^<!\\[CDATA\\[|]]>$", ""));
        } else if (cursor.startsWith("<?") || cursor.startsWith("<!")) {
            skip(">", start, "a declaration has no end");
        } else if (cursor.startsWith("</")) {
            endTag();
        } else if (TagReader.startsTag(text, start)) {
            startTag();
        } else {
            characters();
        }
    }

    private void skip(String end, int start, String fault) {
        if (!cursor.skipBehind(end)) {
            fault(start, fault);
        }
    }

    private void startTag() {
        TagReader.Read read = tags.startTag();
        open.push(new Open(read.tag()));
        if (read.isEmpty()) {
            close();
        } else if (open.size() > DEEPEST) {
            faults.add(new SyntaxFault(read.tag().position(), "elements are nested more than " + DEEPEST + " deep"));
            close();
        }
    }

    private void endTag() {
        int start = cursor.at();
        String name = tags.endTag();
        Open current = open.element();
        if (open.size() > 1 && current.tag().name().equals(name)) {
            close();
        } else if (open.stream().anyMatch(each -> each.tag().name().equals(name))) {
            while (!open.element().tag().name().equals(name)) {
                fault(
                        start,
                        "</" + name + "> comes before the end of <"
                                + open.element().tag().name() + ">, opened in line "
                                + open.element().tag().position().line());
                close();
            }
            close();
        } else {
            strayEnd(start, name, current);
        }
    }

    /** An end tag of a name that is not open: a misspelt end of a leaf, else of nothing. */
    private void strayEnd(int start, String name, Open current) {
        if (open.size() > 1 && current.children().isEmpty()) {
            fault(start, "<" + current.tag().name() + "> is closed by </" + name + ">");
            close();
        } else {
            fault(start, "</" + name + "> closes nothing");
        }
    }

    private void close() {
        Element closed = open.pop().closed();
        open.element().children().add(closed);
    }

    private void characters() {
        int start = cursor.at();
        if (ExpressionEnd.startsAt(text, start) && expression(start)) {
            return;
        }
        boolean bracket = cursor.here() == '<';
        cursor.skip(1);
        cursor.takeWhile(character -> character != '<' && character != '@');
        String characters = cursor.from(start);
        if (bracket) {
            fault(start, "a < begins no tag; write &lt;");
        } else if (open.size() == 1 && !characters.isBlank() && !characters.equals("\uFEFF")) {
            fault(start, "text stands outside of the root element");
        } else if (Entities.isBare(characters)) {
            fault(start, "an & begins no reference; write &amp;");
        }
        open.element().text().append(Entities.decoded(characters));
    }

    /** Reads a whole expression, unless its brackets close only behind the element's end. */
    private boolean expression(int start) {
        int end = ExpressionEnd.of(text, start);
        int elementEnd = cursor.next("</" + open.element().tag().name() + ">");
        if (end < 0 || (elementEnd >= 0 && elementEnd < end)) {
            fault(start, "the brackets of an expression do not close");
            return false;
        }
        cursor.moveTo(end);
        open.element().text().append(Entities.decoded(cursor.from(start)));
        return true;
    }

    private void fault(int index, String what) {
        faults.add(new SyntaxFault(cursor.position(index), what));
    }
}
