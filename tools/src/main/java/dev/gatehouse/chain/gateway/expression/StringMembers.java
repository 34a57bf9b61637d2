package dev.gatehouse.chain.gateway.expression;

import static dev.gatehouse.chain.gateway.expression.ExpressionType.BOOL;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.CHAR;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.COMPARISON;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.INT;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRING;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRINGS;

import java.util.List;

/** Members of strings and string arrays; no result depends on a culture. */
final class StringMembers {
    private static final List<ExpressionType> NOTHING = List.of();
    private static final List<ExpressionType> TEXT = List.of(STRING);
    private static final List<ExpressionType> COMPARED_TEXT = List.of(STRING, COMPARISON);

    static final List<Member> ALL = List.of(
            Member.of(
                    StaticClass.OfStrings.class,
                    "IsNullOrEmpty()",
                    TEXT,
                    BOOL,
                    (type, a) -> a.textOrNull(0) == null || a.text(0).isEmpty()),
            Member.of(
                    StaticClass.OfStrings.class,
                    "Join()",
                    List.of(STRING, STRINGS),
                    STRING,
                    (type, a) -> CSharpStrings.joined(a.textOrNull(0), a.strings(1))),
            Member.of(
                    StaticClass.OfPatterns.class,
                    "IsMatch()",
                    List.of(STRING, STRING),
                    BOOL,
                    (type, a) -> CharacterClass.of(a.text(1)).hasOneOf(a.text(0))),
            Member.of(
                    StaticClass.OfComparisons.class,
                    "Ordinal",
                    NOTHING,
                    COMPARISON,
                    (type, none) -> Comparison.ORDINAL),
            Member.of(
                    StaticClass.OfComparisons.class,
                    "OrdinalIgnoreCase",
                    NOTHING,
                    COMPARISON,
                    (type, none) -> Comparison.ORDINAL_IGNORE_CASE),
            Member.of(String.class, "Length", NOTHING, INT, (text, none) -> text.length()),
            Member.of(String.class, "Contains()", TEXT, BOOL, (text, a) -> text.contains(a.text(0))),
            Member.of(String.class, "Equals()", TEXT, BOOL, (text, a) -> text.equals(a.textOrNull(0))),
            Member.of(
                    String.class,
                    "Equals()",
                    COMPARED_TEXT,
                    BOOL,
                    (text, a) -> a.textOrNull(0) != null && a.comparison(1).equal(text, a.text(0))),
            Member.of(String.class, "StartsWith()", COMPARED_TEXT, BOOL, (text, a) -> a.comparison(1)
                    .starts(text, a.text(0))),
            Member.of(String.class, "EndsWith()", COMPARED_TEXT, BOOL, (text, a) -> a.comparison(1)
                    .ends(text, a.text(0))),
            Member.of(String.class, "IndexOf()", COMPARED_TEXT, INT, (text, a) -> a.comparison(1)
                    .index(text, a.text(0))),
            Member.of(String.class, "IndexOf()", List.of(CHAR), INT, (text, a) -> text.indexOf(a.character(0))),
            Member.of(String.class, "ToLowerInvariant()", NOTHING, STRING, (text, none) -> CSharpStrings.lower(text)),
            Member.of(String.class, "ToUpperInvariant()", NOTHING, STRING, (text, none) -> CSharpStrings.upper(text)),
            Member.of(String.class, "Trim()", NOTHING, STRING, (text, none) -> CSharpStrings.trimmed(text)),
            Member.of(
                    String.class,
                    "Substring()",
                    List.of(INT),
                    STRING,
                    (text, a) -> CSharpStrings.part(text, a.number(0), text.length() - a.number(0))),
            Member.of(
                    String.class,
                    "Substring()",
                    List.of(INT, INT),
                    STRING,
                    (text, a) -> CSharpStrings.part(text, a.number(0), a.number(1))),
            Member.of(
                    String.class,
                    "Replace()",
                    List.of(STRING, STRING),
                    STRING,
                    (text, a) -> CSharpStrings.replaced(text, a.text(0), a.textOrNull(1))),
            Member.of(String.class, "Split()", NOTHING, STRINGS, (text, none) -> Strings.split(text)),
            Member.of(
                    String.class,
                    "Split()",
                    List.of(CHAR),
                    STRINGS,
                    (text, a) -> Strings.split(text, String.valueOf(a.character(0)))),
            Member.of(String.class, "AsJwt()", NOTHING, ExpressionType.JWT, (text, none) -> Jwt.unverified(text)),
            Member.of(Strings.class, "Length", NOTHING, INT, (strings, none) -> strings.values()
                    .size()),
            Member.of(Strings.class, "[]", List.of(INT), STRING, (strings, a) -> strings.at(a.number(0))),
            Member.of(
                    Strings.class,
                    "Contains()",
                    TEXT,
                    BOOL,
                    (strings, a) -> a.textOrNull(0) != null && strings.values().contains(a.text(0))),
            Member.of(Strings.class, "First()", NOTHING, STRING, (strings, none) -> strings.at(0)),
            Member.of(
                    Strings.class,
                    "Last()",
                    NOTHING,
                    STRING,
                    (strings, none) -> strings.at(strings.values().size() - 1)),
            Member.of(Strings.class, "FirstOrDefault()", NOTHING, STRING, (strings, none) -> strings.firstOrNull()),
            Member.of(Strings.class, "LastOrDefault()", NOTHING, STRING, (strings, none) -> strings.lastOrNull()));

    private StringMembers() {}
}
