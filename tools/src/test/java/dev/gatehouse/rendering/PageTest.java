package dev.gatehouse.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.rendering.Block.Note;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String HOSTILE = "<script>alert('x')</script>\u001b[31m&\"";
    private final Page page = new Page(HOSTILE)
            .heading(HOSTILE)
            .paragraph(HOSTILE)
            .table(
                    List.of("A", "B"),
                    List.of(Block.Row.of(
                            List.of(Cell.of(HOSTILE), Cell.of("word ".repeat(30))), new Note("note", HOSTILE))))
            .fact("fact", HOSTILE, Paint.GOOD)
            .item(new Cell("REFUSED", Paint.BAD), HOSTILE, new Note("fix", HOSTILE), new Note("empty", ""));

    @Test
    void nothingInAnHtmlPageRunsLoadsOrLinks() {
        String html = PageHtml.of(page);

        assertThat(html)
                .contains("default-src 'none'", "&lt;script&gt;alert(&#39;x&#39;)", "\\u001b[31m&amp;&quot;")
                .doesNotContain("<script", "src=", "href", "http://", "https://", "\u001b", "empty");
    }

    @Test
    void anHtmlPageFitsDarkScreensPhonesAndReadersOfTables() {
        String html = PageHtml.of(page);

        assertThat(html)
                .contains("prefers-color-scheme: dark", "max-width: 40rem", "<th scope=\"col\">")
                .doesNotContain("anywhere", "<th>");
    }

    @Test
    void colourIsOnlyWhereTheScreenHasIt() {
        assertThat(String.join("\n", new PageText(Screen.plain()).of(page))).doesNotContain("\u001b");
        assertThat(String.join("\n", new PageText(new Screen(true, 80)).of(page)))
                .contains("\u001b[31mREFUSED\u001b[0m")
                .contains("\\u001b[31m");
    }

    @Test
    void whatIsTooWideIsBrokenAndNotCut() {
        List<String> lines = new PageText(new Screen(false, 60)).of(page);

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(String.join(" ", lines).split("word", -1)).hasSize(31);
    }
}
