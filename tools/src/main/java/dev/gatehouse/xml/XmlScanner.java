package dev.gatehouse.xml;

import java.util.List;
import java.util.regex.Pattern;

/** Reads XML that may be malformed: notes every mistake and continues after it. Policy expressions may be unescaped. */
public final class XmlScanner {
    /** Each may require a read of the whole rest of the text. */
    static final int MOST_FAULTS = 100;

    static final String FOREIGN = "a character that XML does not allow";

    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml\\s+version\\s*=\\s*(\"1\\.0\"|'1\\.0')(\\s+(encoding|standalone)\\s*=\\s*(\"[\\w.-]+\"|'[\\w.-]+'))*\\s*\\?>");

    private final String text;
    private final Cursor cursor;
    private final SyntaxFaults faults;
    private final TagReader tags;
    private final OpenElements open;

    private XmlScanner(String text) {
        this.text = text;
        this.cursor = new Cursor(text);
        this.faults = new SyntaxFaults(cursor);
        this.tags = new TagReader(text, cursor, faults);
        this.open = new OpenElements(faults);
    }

    /** Lines end as XML reads them (1.0, 2.11). */
    public static Scanned scan(String text) {
        return new XmlScanner(text.replace("\r\n", "\n").replace('\r', '\n')).scan();
    }

    private Scanned scan() {
        while (!cursor.atEnd() && faults.count() < MOST_FAULTS) {
            next();
        }
        if (!cursor.atEnd()) {
            faults.add(cursor.at(), "there are " + MOST_FAULTS + " mistakes before this; what follows was not read");
        }
        List<XmlElement> roots = open.roots(cursor.at());
        if (roots.size() > 1) {
            faults.add(roots.get(1).position(), "a second root element begins");
        }
        int foreign = Characters.firstForeign(text);
        if (foreign >= 0) {
            faults.notPlain(foreign, FOREIGN);
        }
        return new Scanned(roots, faults.all(), faults.notPlain());
    }

    private void next() {
        int start = cursor.at();
        if (cursor.startsWith("<!--")) {
            comment(start);
        } else if (cursor.startsWith("<![CDATA[")) {
            characterData(start);
        } else if (cursor.startsWith("<?") || cursor.startsWith("<!")) {
            declaration(start);
        } else if (cursor.startsWith("</")) {
            open.end(tags.endTag(), start);
        } else if (TagReader.startsTag(text, start)) {
            open.start(tags.startTag(), start);
        } else {
            characters();
        }
    }

    private void comment(int start) {
        skip("-->", start, "a comment has no end");
        String comment = cursor.from(start);
        if (comment.indexOf("--", "<!--".length()) != comment.length() - "-->".length()) {
            faults.notPlain(start, "a comment with -- in it");
        }
    }

    private void characterData(int start) {
        skip("]]>", start, "a CDATA section has no end");
        if (open.isEmpty()) {
            faults.notPlain(start, "a CDATA section outside of the root element");
        }
        open.append(cursor.from(start).replaceAll("^<!\\[CDATA\\[|]]>$", ""));
    }

    private void declaration(int start) {
        boolean isInstruction = cursor.startsWith("<?");
        skip(">", start, "a declaration has no end");
        if (start > 0 || !DECLARATION.matcher(cursor.from(start)).matches()) {
            faults.notPlain(start, isInstruction ? "a processing instruction" : "a document type");
        }
    }

    private void skip(String end, int start, String fault) {
        if (!cursor.skipBehind(end)) {
            faults.add(start, fault);
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
            faults.add(start, "a < begins no tag; write &lt;");
        } else if (open.isEmpty() && !characters.isBlank() && !characters.equals("\uFEFF")) {
            faults.add(start, "text is outside of the root element");
        } else if (Characters.isBare(characters)) {
            faults.add(start, "an & begins no reference; write &amp;");
        }
        notePlainness(characters, start);
        open.append(Characters.decoded(characters));
    }

    private void notePlainness(String characters, int start) {
        if (open.isEmpty() && !Characters.isWhiteSpace(characters)) {
            faults.notPlain(start, "text outside of the root element");
        } else if (cursor.from(Math.max(0, start - 2)).contains("]]>")) { // the brackets may end what is before
            faults.notPlain(start, "]]> outside of a CDATA section");
        } else if (Characters.isForeign(characters)) {
            faults.notPlain(start, FOREIGN);
        }
    }

    /** Reads a whole expression, unless its brackets close only behind the element's end. */
    private boolean expression(int start) {
        int end = ExpressionEnd.of(text, start);
        int elementEnd = cursor.next("</" + open.name() + ">");
        if (end < 0 || (elementEnd >= 0 && elementEnd < end)) {
            faults.add(start, "the brackets of an expression do not close");
            return false;
        }
        cursor.moveTo(end);
        String expression = cursor.from(start);
        if (expression.indexOf('<') >= 0 || Characters.isBare(expression)) {
            faults.notPlain(start, "an expression that is not escaped");
        }
        notePlainness(expression, start);
        open.append(Characters.decoded(expression));
        return true;
    }
}
