package dev.gatehouse.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page under construction. */
public final class Page {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    /** @param title shown in files only, not on a terminal */
    public Page(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    public Page heading(String text) {
        return add(new Block.Heading(text));
    }

    public Page paragraph(String text) {
        return paragraph(text, Paint.NONE);
    }

    public Page paragraph(String text, Paint paint) {
        return text.isEmpty() ? this : add(new Block.Paragraph(text, paint));
    }

    /** Adds nothing if the text is empty. */
    public Page fact(String name, String text, Paint paint) {
        return text.isEmpty() ? this : add(new Block.Fact(name, new Cell(text, paint)));
    }

    /** Adds nothing if there are no rows. */
    public Page table(List<String> headings, List<Block.Row> rows) {
        return rows.isEmpty() ? this : add(new Block.Table(headings, rows));
    }

    public Page item(Cell mark, String text, Block.Note... notes) {
        return add(new Block.Item(mark, text, Arrays.asList(notes)));
    }

    private Page add(Block block) {
        blocks.add(block);
        return this;
    }
}
