package dev.gatehouse.doctor.page;

import dev.gatehouse.doctor.screen.Paint;
import dev.gatehouse.doctor.screen.TextTable.Cell;
import java.util.List;

/** A part of a page; texts are fit to be shown before they get here. */
public sealed interface Block {

    record Heading(String text) implements Block {}

    record Paragraph(String text, Paint paint) implements Block {}

    /** Rows with as many cells as there are headings. */
    record Table(List<String> headings, List<List<Cell>> rows) implements Block {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A verdict on something, and what there is to say of it.
     *
     * @param notes below it, such as what was expected
     */
    record Item(Cell mark, String text, List<Note> notes) implements Block {
        public Item {
            notes = List.copyOf(notes);
        }
    }

    /** One thing to say; left out where the text is empty. */
    record Note(String name, String text) {}
}
