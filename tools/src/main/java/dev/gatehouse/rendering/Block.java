package dev.gatehouse.rendering;

import java.util.Arrays;
import java.util.List;

/** A part of a page; its texts may come from outside and are made safe where they are shown. */
public sealed interface Block {

    record Heading(String text) implements Block {}

    record Paragraph(String text, Paint paint) implements Block {}

    /** A name and its value. */
    record Fact(String name, Cell value) implements Block {}

    /** Rows with one cell for each heading. */
    record Table(List<String> headings, List<Row> rows) implements Block {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param section the name above this row and those that follow it in the same section; empty in a table without sections
     * @param notes below the row
     */
    record Row(String section, List<Cell> cells, List<Note> notes) {
        public Row {
            cells = List.copyOf(cells);
            notes = notes.stream().filter(note -> !note.text().isEmpty()).toList();
        }

        public Row(List<Cell> cells, List<Note> notes) {
            this("", cells, notes);
        }

        public static Row of(List<Cell> cells, Note... notes) {
            return new Row(cells, Arrays.asList(notes));
        }
    }

    /**
     * A verdict on a subject, with notes.
     *
     * @param notes below the verdict, such as the expected value
     */
    record Item(Cell mark, String text, List<Note> notes) implements Block {
        public Item {
            notes = notes.stream().filter(note -> !note.text().isEmpty()).toList();
        }
    }

    /** A note; left out if its text is empty. */
    record Note(String name, String text) {}
}
