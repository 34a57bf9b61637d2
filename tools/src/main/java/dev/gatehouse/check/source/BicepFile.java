package dev.gatehouse.check.source;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gatehouse.xml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Bicep file declares, and where. Its compiler has accepted it. */
final class BicepFile {
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^[ \\t]*(resource|module|output)[ \\t]+(\\w+)[ \\t]+('_*'|\\S[^=\\n]*)");
    private static final Pattern LITERAL = Pattern.compile("[^:]*:\\s*'([^'$\\\\]*)'\\s*");
    private static final Pattern MEMBER = Pattern.compile("\\G\\s*(\\w+|'_*')\\s*:");

    private final MaskedCode code;
    private final Lines lines;

    BicepFile(String text) {
        this.code = MaskedCode.of(text, Language.BICEP);
        this.lines = new Lines(text);
    }

    Stream<Comment> comments(String file) {
        return code.comments().stream().map(comment -> Comment.of(file, code, lines, comment));
    }

    /** Where a value of a declaration is; the nearest that contains it where it is not written as a member. */
    Position position(BicepDeclaration declared, JsonPointer path) {
        int found = declared.start();
        Optional<Range> container = Optional.of(declared.body());
        for (JsonPointer each = path; !each.matches() && container.isPresent(); each = each.tail()) {
            OptionalInt item = each.mayMatchElement()
                    ? element(container.get(), each.getMatchingIndex())
                    : member(container.get(), each.getMatchingProperty());
            found = item.orElse(found);
            container = item.isPresent() ? container(item.getAsInt()) : Optional.empty();
        }
        return lines.at(found);
    }

    /** The text of a member that is a string without expressions. */
    Optional<String> literal(Range object, String name) {
        OptionalInt at = member(object, name);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        String item = code.text().substring(at.getAsInt(), code.itemEnd(at.getAsInt()));
        Matcher literal = LITERAL.matcher(item);
        return literal.matches() ? Optional.of(literal.group(1)) : Optional.empty();
    }

    List<BicepDeclaration> declarations() {
        List<BicepDeclaration> all = new ArrayList<>();
        Matcher found = DECLARATION.matcher(code.masked());
        while (found.find()) {
            all.add(declaration(found, all));
        }
        return all;
    }

    private BicepDeclaration declaration(Matcher found, List<BicepDeclaration> before) {
        int start = code.skipped(found.start());
        String outer = before.stream()
                .filter(each -> each.body().has(start))
                .reduce((one, inner) -> inner)
                .map(parent -> parent.symbol() + "::")
                .orElse("");
        int assigned = code.masked().indexOf('=', found.end(3));
        boolean isExisting = assigned > 0
                && code.masked().substring(found.end(3), assigned).strip().equals("existing");
        String type = code.text()
                .substring(found.start(3), found.end(3))
                .replace("'", "")
                .strip();
        return new BicepDeclaration(found.group(1), outer + found.group(2), type, isExisting, start, body(assigned));
    }

    /** The first object behind the equals sign that is in no parentheses: those of a condition or of a loop's range. */
    private Range body(int assigned) {
        int start = Math.max(0, assigned);
        int end = code.itemEnd(start);
        int parentheses = 0;
        for (int at = start; at < end; at++) {
            char each = code.masked().charAt(at);
            parentheses += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (each == '{' && parentheses == 0) {
                return new Range(at, code.closed(at));
            }
        }
        return new Range(0, 0);
    }

    /** Where a member of an object begins. */
    private OptionalInt member(Range object, String name) {
        Matcher member = MEMBER.matcher(code.masked());
        int at = object.from() + 1;
        while (at < object.to() - 1) {
            if (member.find(at)
                    && code.text()
                            .substring(member.start(1), member.end(1))
                            .replace("'", "")
                            .equals(name)) {
                return OptionalInt.of(member.start(1));
            }
            at = next(at);
        }
        return OptionalInt.empty();
    }

    /** Where an element of an array begins. */
    private OptionalInt element(Range array, int index) {
        int at = code.skipped(array.from() + 1);
        for (int i = 0; i < index && at < array.to() - 1; i++) {
            at = code.skipped(next(at));
        }
        return at < array.to() - 1 ? OptionalInt.of(at) : OptionalInt.empty();
    }

    private int next(int item) {
        return code.itemEnd(code.skipped(item)) + 1;
    }

    /** The object or array that an item's value is; empty for any other. */
    private Optional<Range> container(int item) {
        Matcher member = MEMBER.matcher(code.masked());
        int value = code.skipped(member.find(item) ? member.end() : item);
        char first = value < code.masked().length() ? code.masked().charAt(value) : 0;
        return first == '{' || first == '[' ? Optional.of(new Range(value, code.closed(value))) : Optional.empty();
    }
}
