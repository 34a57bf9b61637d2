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
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid #ccc; }
            table { border-collapse: collapse; } td, th { text-align: left; vertical-align: top; padding: .15rem .9rem .15rem 0; overflow-wrap: anywhere; }
            dl { margin: 0 0 .4rem 6.5rem; } dt { float: left; clear: left; width: 5.5rem; color: #555; } dd { margin-left: 5.5rem; overflow-wrap: anywhere; }
            .mark { display: inline-block; width: 6.5rem; } .good { color: #106b21; } .bad { color: #a80000; font-weight: bold; }
            .undecided { color: #8a5a00; } .aside { color: #555; } .item { margin: .2rem 0; }
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
        html.append("<table>\n<tr>");
        table.headings()
                .forEach(heading -> html.append("<th>").append(escaped(heading)).append("</th>"));
        html.append("</tr>\n");
        for (Block.Row row : table.rows()) {
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
        html.append("</table>\n");
    }

    private void add(Block.Item item) {
        String paint = name(item.mark().paint());
        html.append("<div class=\"item\"><span class=\"mark ").append(paint).append("\">");
        html.append(escaped(item.mark().text())).append("</span>").append(escaped(item.text()));
        html.append("</div>\n");
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
