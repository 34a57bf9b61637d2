package dev.gatehouse.rendering;

import java.util.Arrays;
import java.util.List;

/** A part of a page; its texts may be others' and are made fit to be shown where they are shown. */
public sealed interface Block {

    record Heading(String text) implements Block {}

    record Paragraph(String text, Paint paint) implements Block {}

    /** A thing and what it is called. */
    record Fact(String name, Cell value) implements Block {}

    /** Rows with as many cells as there are headings. */
    record Table(List<String> headings, List<Row> rows) implements Block {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /** @param notes below the row */
    record Row(List<Cell> cells, List<Note> notes) {
        public Row {
            cells = List.copyOf(cells);
            notes = notes.stream().filter(note -> !note.text().isEmpty()).toList();
        }

        public static Row of(List<Cell> cells, Note... notes) {
            return new Row(cells, Arrays.asList(notes));
        }
    }

    /**
     * A verdict on something, and what there is to say of it.
     *
     * @param notes below it, such as what was expected
     */
    record Item(Cell mark, String text, List<Note> notes) implements Block {
        public Item {
            notes = notes.stream().filter(note -> !note.text().isEmpty()).toList();
        }
    }

    /** One thing to say; left out where the text is empty. */
    record Note(String name, String text) {}
}
