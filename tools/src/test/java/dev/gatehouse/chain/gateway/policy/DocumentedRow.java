package dev.gatehouse.chain.gateway.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A row of the tables in docs/gateway.md. */
record DocumentedRow(String what, String where, String answer, String example) {
    private static final Pattern COLUMNS = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<DocumentedRow> all() {
        try {
            return Files.readAllLines(Path.of("docs/gateway.md")).stream()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| What "))
                    .map(DocumentedRow::parse);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static DocumentedRow parse(String line) {
        List<String> cells = List.of(COLUMNS.split(line, -1));
        String example = cells.get(4).strip().replace("\\|", "|");
        return new DocumentedRow(
                cells.get(1).strip(),
                cells.get(2).strip(),
                cells.get(3).strip(),
                example.substring(1, example.length() - 1));
    }

    boolean isExecuted() {
        return answer.equals("executed");
    }

    /** What the message of a refusal has to name. */
    List<String> named() {
        return CODE.matcher(what)
                .results()
                .map(found -> found.group(1).replaceAll("[}…]", "").replaceAll("^\\{\\{(?=.)", ""))
                .toList();
    }

    /** The example in a whole document, the example itself on line 3. */
    PolicySource document() {
        String text =
                switch (where) {
                    case "document" -> "<!--\n-->\n" + example;
                    case "global", "Consumption" -> filled("inbound", example);
                    case "expression" ->
                        filled("inbound", "<choose><when condition='" + escaped(example) + "' /></choose>");
                    default -> filled(where, example);
                };
        return new PolicySource("example.xml", text);
    }

    private static String filled(String section, String content) {
        String outline =
                "<policies><inbound></inbound><backend></backend><outbound></outbound><on-error></on-error></policies>";
        return outline.replace("<" + section + ">", "<" + section + ">\n\n" + content + "\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
