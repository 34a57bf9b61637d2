package dev.gatehouse.check.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the tags of malformed XML. */
final class TagReader {
    private final String text;
    private final Cursor cursor;
    private final Faults faults;

    /** Where faults go. */
    interface Faults {
        void add(int index, String what);
    }

    /** A start tag; an empty one is its own end. */
    record Read(XmlElement.Tag tag, boolean isEmpty) {}

    TagReader(String text, Cursor cursor, Faults faults) {
        this.text = text;
        this.cursor = cursor;
        this.faults = faults;
    }

    static boolean startsTag(String text, int index) {
        return text.charAt(index) == '<'
                && index + 1 < text.length()
                && (Character.isLetter(text.charAt(index + 1)) || text.charAt(index + 1) == '_');
    }

    private static boolean inName(int character) {
        return Character.isLetterOrDigit(character) || "-_.:".indexOf(character) >= 0;
    }

    Read startTag() {
        Position position = cursor.position(cursor.at());
        cursor.skip(1);
        String name = cursor.takeWhile(TagReader::inName);
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            cursor.takeWhile(Character::isWhitespace);
            if (cursor.startsWith("/>") || cursor.startsWith(">")) {
                boolean empty = cursor.here() == '/';
                cursor.skip(empty ? 2 : 1);
                return new Read(new XmlElement.Tag(name, attributes, position), empty);
            }
            if (cursor.atEnd() || cursor.here() == '<') {
                faults.add(cursor.at(), "the tag <" + name + " has no end");
                return new Read(new XmlElement.Tag(name, attributes, position), false);
            }
            attribute(attributes);
        }
    }

    /** The name in an end tag, as it stands there. */
    String endTag() {
        int start = cursor.at();
        cursor.skip(2);
        String name = cursor.takeWhile(character -> character != '>' && character != '<' && character != '\n');
        if (cursor.here() == '>') {
            cursor.skip(1);
        } else {
            faults.add(start, "the tag </" + name.strip() + " has no end");
        }
        return name.stripTrailing();
    }

    private void attribute(Map<String, String> attributes) {
        int start = cursor.at();
        String name = cursor.takeWhile(TagReader::inName);
        if (name.isEmpty()) {
            faults.add(start, "'" + cursor.here() + "' stands where an attribute is expected");
            cursor.skip(1);
            return;
        }
        cursor.takeWhile(Character::isWhitespace);
        if (cursor.here() != '=') {
            faults.add(start, "the attribute '" + name + "' has no value");
            return;
        }
        cursor.skip(1);
        cursor.takeWhile(Character::isWhitespace);
        String value = value(name);
        if (attributes.putIfAbsent(name, value) != null) {
            faults.add(start, "the attribute '" + name + "' stands twice in one tag");
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
        if (!ExpressionEnd.startsAt(text, start + 1) && (raw.indexOf('<') >= 0 || Entities.isBare(raw))) {
            faults.add(start, "the value of '" + name + "' holds a bare < or &");
        }
        return Entities.decoded(raw);
    }

    /** The slash belongs to the tag's end. */
    private String backOverSlash(String rest) {
        cursor.moveTo(cursor.at() - 1);
        return rest.substring(0, rest.length() - 1).strip();
    }

    /** The closing quote: behind an expression as a whole, else in the same line or before the next tag's attributes. */
    private int end(char quote) {
        int first = cursor.at() + 1;
        int expression = ExpressionEnd.startsAt(text, first) ? ExpressionEnd.of(text, first) : -1;
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
