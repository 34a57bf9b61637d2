package dev.gatehouse.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page as lines for a terminal, or for a pipe. */
public record PageText(Screen screen) {
    private static final int NAME = 12;

    public List<String> of(Page page) {
        List<String> lines = new ArrayList<>();
        page.blocks().forEach(block -> lines.addAll(lines(block, lines.isEmpty())));
        return lines;
    }

    private List<String> lines(Block block, boolean first) {
        if (block instanceof Block.Heading heading) {
            List<String> text = painted(heading.text(), Paint.HEADING);
            return first ? text : Stream.concat(Stream.of(""), text.stream()).toList();
        }
        if (block instanceof Block.Paragraph paragraph) {
            return painted(paragraph.text(), paragraph.paint());
        }
        if (block instanceof Block.Table table) {
            return TextTable.lines(screen, table);
        }
        return block instanceof Block.Fact fact ? fact(fact) : screen.item((Block.Item) block);
    }

    private List<String> painted(String text, Paint paint) {
        return screen.indented(0, Printable.of(text)).stream()
                .map(line -> screen.paint(paint, line))
                .toList();
    }

    private List<String> fact(Block.Fact fact) {
        Paint paint = fact.value().paint();
        List<String> text = screen.indented(NAME, Printable.of(fact.value().text()));
        List<String> lines = new ArrayList<>();
        lines.add(screen.paint(Paint.HEADING, fact.name())
                + " ".repeat(Math.max(1, NAME - fact.name().length()))
                + screen.paint(paint, text.get(0).substring(NAME)));
        text.subList(1, text.size()).forEach(line -> lines.add(screen.paint(paint, line)));
        return lines;
    }
}
