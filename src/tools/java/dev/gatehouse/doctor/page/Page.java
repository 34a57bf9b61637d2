package dev.gatehouse.doctor.page;

import dev.gatehouse.doctor.screen.Paint;
import dev.gatehouse.doctor.screen.TextTable.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page in the making. */
public final class Page {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    public Page(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public List<Block> blocks() {
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

    public Page table(List<String> headings, List<List<Cell>> rows) {
        return rows.isEmpty() ? this : add(new Block.Table(headings, rows));
    }

    public Page item(Cell mark, String text, Block.Note... notes) {
        return add(new Block.Item(
                mark,
                text,
                Arrays.stream(notes).filter(note -> !note.text().isEmpty()).toList()));
    }

    private Page add(Block block) {
        blocks.add(block);
        return this;
    }
}
