package dev.gatehouse.rendering;

import java.util.List;

/** A page as one HTML file that loads nothing, runs nothing and links nowhere. */
public final class PageHtml {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --aside: #595959; --line: #ccc; --good: #106b21; --bad: #a80000; --undecided: #8a5a00; }
            @media (prefers-color-scheme: dark) {
              :root { --text: #e8e6e3; --back: #16181a; --aside: #a8a8a8; --line: #444; --good: #7fd08d; --bad: #ff9d94; --undecided: #f0c060; }
            }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--back); }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
            .wide { overflow-x: auto; } table { border-collapse: collapse; }
            td, th { text-align: left; vertical-align: top; padding: .15rem .9rem .15rem 0; overflow-wrap: break-word; }
            p, dd, .item { overflow-wrap: break-word; } .item { display: flex; gap: .5rem; margin: .2rem 0; } .item > :last-child { min-width: 0; }
            .mark { flex: 0 0 6rem; } .good { color: var(--good); } .bad { color: var(--bad); font-weight: bold; }
            .undecided { color: var(--undecided); } .aside, dt { color: var(--aside); }
            dl { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); margin: 0 0 .4rem 6.5rem; } dd { margin: 0; }
            @media (max-width: 40rem) {
              body { margin: 1rem auto; } .mark { flex-basis: 5rem; } dl { margin-left: 0; grid-template-columns: 4.5rem minmax(0, 1fr); }
              table, tbody, tr, td { display: block; } tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
              tr:has(th) { display: none; } td { padding: 0; } td:first-child { font-weight: 600; }
            }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder html = new StringBuilder();

    private PageHtml() {}

    public static String of(Page page) {
        PageHtml writer = new PageHtml();
        String title = escaped(page.title());
        writer.html
                .append(String.format(HEAD, title))
                .append("<h1>")
                .append(title)
                .append("</h1>\n");
        page.blocks().forEach(writer::add);
        return writer.html.append("</body>\n</html>\n").toString();
    }

    private void add(Block block) {
        if (block instanceof Block.Heading heading) {
            html.append("<h2>").append(escaped(heading.text())).append("</h2>\n");
        } else if (block instanceof Block.Paragraph paragraph) {
            html.append("<p").append(style(paragraph.paint())).append(">");
            html.append(escaped(paragraph.text())).append("</p>\n");
        } else if (block instanceof Block.Table table) {
            add(table);
        } else if (block instanceof Block.Fact fact) {
            add(fact);
        } else if (block instanceof Block.Item item) {
            add(item);
        }
    }

    private void add(Block.Table table) {
        html.append("<div class=\"wide\"><table>\n<tr>");
        table.headings().forEach(heading -> html.append("<th scope=\"col\">")
                .append(escaped(heading))
                .append("</th>"));
        html.append("</tr>\n");
        String section = "";
        for (Block.Row row : table.rows()) {
            if (!row.section().equals(section)) {
                section = row.section();
                html.append("<tr><th colspan=\"").append(row.cells().size()).append("\">");
                html.append(escaped(section)).append("</th></tr>\n");
            }
            html.append("<tr>");
            row.cells().forEach(cell -> html.append("<td")
                    .append(style(cell.paint()))
                    .append(">")
                    .append(escaped(cell.text()))
                    .append("</td>"));
            html.append("</tr>\n");
            if (!row.notes().isEmpty()) {
                html.append("<tr><td colspan=\"").append(row.cells().size()).append("\">");
                add(row.notes());
                html.append("</td></tr>\n");
            }
        }
        html.append("</table></div>\n");
    }

    private void add(Block.Item item) {
        String paint = name(item.mark().paint());
        html.append("<div class=\"item\"><span class=\"mark ").append(paint).append("\">");
        html.append(escaped(item.mark().text())).append("</span><span>").append(escaped(item.text()));
        html.append("</span></div>\n");
        add(item.notes());
    }

    private void add(List<Block.Note> notes) {
        if (!notes.isEmpty()) {
            html.append("<dl>");
            notes.forEach(note -> html.append("<dt>")
                    .append(escaped(note.name()))
                    .append("</dt><dd>")
                    .append(escaped(note.text()))
                    .append("</dd>"));
            html.append("</dl>\n");
        }
    }

    private void add(Block.Fact fact) {
        html.append("<div class=\"item\"><span class=\"mark aside\">").append(escaped(fact.name()));
        html.append("</span><span").append(style(fact.value().paint())).append(">");
        html.append(escaped(fact.value().text())).append("</span></div>\n");
    }

    private static String style(Paint paint) {
        return paint == Paint.NONE ? "" : " class=\"" + name(paint) + "\"";
    }

    private static String name(Paint paint) {
        return paint.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
