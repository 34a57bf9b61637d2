package dev.gatehouse.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the tags of malformed XML. */
final class TagReader {
    private final String text;
    private final Cursor cursor;
    private final SyntaxFaults faults;
    private boolean isBroken;

    /** A start tag; an empty one is its own end. */
    record Read(XmlElement.Tag tag, boolean isEmpty) {}

    TagReader(String text, Cursor cursor, SyntaxFaults faults) {
        this.text = text;
        this.cursor = cursor;
        this.faults = faults;
    }

    static boolean startsTag(String text, int index) {
        return text.charAt(index) == '<' && index + 1 < text.length() && startsName(text.charAt(index + 1));
    }

    private static boolean startsName(char character) {
        return Character.isLetter(character) || character == '_';
    }

    private static boolean inName(int character) {
        return Character.isLetterOrDigit(character) || "-_.:".indexOf(character) >= 0;
    }

    Read startTag() {
        Position position = cursor.position(cursor.at());
        cursor.skip(1);
        String name = name();
        isBroken = false;
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            boolean apart = whiteSpace();
            if (cursor.startsWith("/>") || cursor.startsWith(">")) {
                boolean empty = cursor.here() == '/';
                cursor.skip(empty ? 2 : 1);
                return new Read(new XmlElement.Tag(name, attributes, position), empty);
            }
            if (cursor.atEnd() || cursor.here() == '<') {
                faults.add(cursor.at(), "the tag <" + name + " has no end");
                return new Read(new XmlElement.Tag(name, attributes, position), false);
            }
            if (!apart) {
                faults.notPlain(cursor.at(), "no white space before an attribute");
            }
            attribute(attributes);
        }
    }

    /** Whether there was any. */
    private boolean whiteSpace() {
        int start = cursor.at();
        return !noteWhiteSpace(start, cursor.takeWhile(Character::isWhitespace)).isEmpty();
    }

    private String noteWhiteSpace(int start, String space) {
        if (!Characters.isWhiteSpace(space)) {
            faults.notPlain(start, "white space that XML does not allow");
        }
        return space;
    }

    /** Of an element or an attribute. */
    private String name() {
        int start = cursor.at();
        String name = cursor.takeWhile(TagReader::inName);
        if (name.indexOf(':') >= 0 || name.equals("xmlns")) {
            faults.notPlain(start, "a namespace, which policies do not have");
        } else if (!name.isEmpty() && !startsName(name.charAt(0))) {
            faults.notPlain(start, "the name '" + name + "', which begins with neither a letter nor _");
        }
        return name;
    }

    /** The name in an end tag, as written there. */
    String endTag() {
        int start = cursor.at();
        cursor.skip(2);
        String name = cursor.takeWhile(character -> character != '>' && character != '<' && character != '\n');
        if (cursor.here() == '>') {
            cursor.skip(1);
        } else {
            faults.add(start, "the tag </" + name.strip() + " has no end");
        }
        String stripped = name.stripTrailing();
        noteWhiteSpace(start, name.substring(stripped.length()));
        return stripped;
    }

    /** What follows in the tag has one cause. */
    private void broken(int start, String what) {
        if (!isBroken) {
            faults.add(start, what);
        }
        isBroken = true;
    }

    private void attribute(Map<String, String> attributes) {
        int start = cursor.at();
        String name = name();
        if (name.isEmpty()) {
            broken(start, "'" + cursor.here() + "' is where an attribute is expected");
            cursor.skip(1);
            return;
        }
        whiteSpace();
        if (cursor.here() != '=') {
            broken(start, "the attribute '" + name + "' has no value");
            return;
        }
        cursor.skip(1);
        whiteSpace();
        String value = value(name);
        if (attributes.putIfAbsent(name, value) != null) {
            faults.add(start, "the attribute '" + name + "' is a duplicate in its tag");
        }
    }

    private String value(String name) {
        int start = cursor.at();
        char quote = cursor.here();
        if (quote != '"' && quote != '\'') {
            faults.add(start, "the value of '" + name + "' is not in quotes");
            return cursor.takeWhile(
                    character -> !Character.isWhitespace(character) && character != '>' && character != '<');
        }
        int end = end(quote);
        if (end < 0) {
            faults.add(start, "the value of '" + name + "' has no closing quote");
            cursor.skip(1);
            String rest = cursor.takeWhile(character -> character != '\n' && character != '>' && character != '<');
            return rest.endsWith("/") ? backOverSlash(rest) : rest.strip();
        }
        cursor.moveTo(end);
        String raw = cursor.from(start + 1);
        cursor.skip(1);
        boolean isBare = raw.indexOf('<') >= 0 || Characters.isBare(raw);
        if (isBare && !ExpressionEnd.startsAt(text, behindSpace(start + 1))) {
            faults.add(start, "the value of '" + name + "' contains an unescaped < or &");
        } else if (isBare || raw.indexOf(quote) >= 0) {
            faults.notPlain(start, "an expression that is not escaped");
        } else if (Characters.isForeign(raw)) {
            faults.notPlain(start, XmlScanner.FOREIGN);
        }
        return Characters.decoded(raw.replace('\n', ' ').replace('\t', ' ')); // XML 1.0, 3.3.3
    }

    /** The slash belongs to the tag's end. */
    private String backOverSlash(String rest) {
        cursor.moveTo(cursor.at() - 1);
        return rest.substring(0, rest.length() - 1).strip();
    }

    /** An expression may be indented in its attribute. */
    private int behindSpace(int index) {
        int at = index;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The closing quote: behind an expression as a whole, else in the same line or before the next tag's attributes. */
    private int end(char quote) {
        int first = cursor.at() + 1;
        int start = behindSpace(first);
        int expression = ExpressionEnd.startsAt(text, start) ? ExpressionEnd.of(text, start) : -1;
        if (expression > 0 && expression < text.length() && text.charAt(expression) == quote) {
            return expression;
        }
        int end = text.indexOf(quote, first);
        int line = text.indexOf('\n', first);
        boolean runsOn =
                end > 0 && line > 0 && line < end && text.substring(first, end).matches("(?s).*[<>].*");
        return runsOn ? -1 : end;
    }
}
