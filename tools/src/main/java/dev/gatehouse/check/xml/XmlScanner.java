package dev.gatehouse.check.xml;

import java.util.ArrayList;
import java.util.List;

/** Reads XML that may be malformed: notes every mistake and goes on behind it. Policy expressions may stand unescaped. */
public final class XmlScanner {
    /** Each may take a look at the whole rest of the text. */
    static final int MOST_FAULTS = 100;

    private final String text;
    private final Cursor cursor;
    private final TagReader tags;
    private final OpenElements open;
    private final List<SyntaxFault> faults = new ArrayList<>();

    private XmlScanner(String text) {
        this.text = text;
        this.cursor = new Cursor(text);
        this.tags = new TagReader(text, cursor, this::fault);
        this.open = new OpenElements(this::fault);
    }

    public static Scanned scan(String text) {
        return new XmlScanner(text).scan();
    }

    private Scanned scan() {
        while (!cursor.atEnd() && faults.size() < MOST_FAULTS) {
            next();
        }
        if (!cursor.atEnd()) {
            fault(cursor.at(), "there are " + MOST_FAULTS + " mistakes before this; what follows was not read");
        }
        List<XmlElement> roots = open.roots(cursor.at());
        if (roots.size() > 1) {
            faults.add(new SyntaxFault(roots.get(1).position(), "a second root element begins"));
        }
        return new Scanned(roots, faults);
    }

    private void next() {
        int start = cursor.at();
        if (cursor.startsWith("<!--")) {
            skip("-->", start, "a comment has no end");
        } else if (cursor.startsWith("<![CDATA[")) {
            skip("]]>", start, "a CDATA section has no end");
            open.append(cursor.from(start).replaceAll("^<!\\[CDATA\\[|]]>$", ""));
        } else if (cursor.startsWith("<?") || cursor.startsWith("<!")) {
            skip(">", start, "a declaration has no end");
        } else if (cursor.startsWith("</")) {
            open.end(tags.endTag(), start);
        } else if (TagReader.startsTag(text, start)) {
            open.start(tags.startTag(), start);
        } else {
            characters();
        }
    }

    private void skip(String end, int start, String fault) {
        if (!cursor.skipBehind(end)) {
            fault(start, fault);
        }
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
        } else if (open.isEmpty() && !characters.isBlank() && !characters.equals("\uFEFF")) {
            fault(start, "text stands outside of the root element");
        } else if (Entities.isBare(characters)) {
            fault(start, "an & begins no reference; write &amp;");
        }
        open.append(Entities.decoded(characters));
    }

    /** Reads a whole expression, unless its brackets close only behind the element's end. */
    private boolean expression(int start) {
        int end = ExpressionEnd.of(text, start);
        int elementEnd = cursor.next("</" + open.name() + ">");
        if (end < 0 || (elementEnd >= 0 && elementEnd < end)) {
            fault(start, "the brackets of an expression do not close");
            return false;
        }
        cursor.moveTo(end);
        open.append(Entities.decoded(cursor.from(start)));
        return true;
    }

    private void fault(int index, String what) {
        faults.add(new SyntaxFault(cursor.position(index), what));
    }
}
