package dev.gatehouse.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a text, gathered while it is read. */
final class SyntaxFaults {
    private final Cursor cursor;
    private final List<SyntaxFault> all = new ArrayList<>();
    private Optional<SyntaxFault> notPlain = Optional.empty();

    SyntaxFaults(Cursor cursor) {
        this.cursor = cursor;
    }

    void add(int index, String what) {
        add(cursor.position(index), what);
    }

    void add(Position position, String what) {
        all.add(new SyntaxFault(position, what));
    }

    /** Keeps the first only: one is enough for callers that accept plain XML only. */
    void notPlain(int index, String what) {
        if (notPlain.isEmpty()) {
            notPlain = Optional.of(new SyntaxFault(cursor.position(index), what));
        }
    }

    int count() {
        return all.size();
    }

    List<SyntaxFault> all() {
        return List.copyOf(all);
    }

    Optional<SyntaxFault> notPlain() {
        return notPlain;
    }
}
