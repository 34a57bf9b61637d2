package dev.gatehouse.rendering;

import java.util.ArrayList;
import java.util.List;

/**
 * The output for people: a terminal, or a file.
 *
 * @param columns how many characters fit on a line
 */
public record Screen(boolean colours, int columns) {
    private static final int NARROWEST = 40;
    private static final int MARK = 11;

    public Screen {
        columns = Math.max(columns, NARROWEST);
    }

    /** Without colours and without a line limit. */
    public static Screen plain() {
        return new Screen(false, Integer.MAX_VALUE);
    }

    public String paint(Paint paint, String text) {
        return colours && !text.isEmpty() && paint != Paint.NONE ? paint.start() + text + Paint.END : text;
    }

    /** The text in lines that fit, each with that many spaces before it. */
    public List<String> indented(int spaces, String text) {
        return broken(text, columns - spaces).stream()
                .map(line -> " ".repeat(spaces) + line)
                .toList();
    }

    /** The text in lines of that many characters at most, broken at spaces where there are any. */
    static List<String> broken(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** A verdict, its subject, and its notes below. */
    List<String> item(Block.Item item) {
        String mark = Printable.of(item.mark().text());
        List<String> text = indented(MARK, Printable.of(item.text()));
        List<String> lines = new ArrayList<>();
        lines.add((paint(item.mark().paint(), mark)
                        + " ".repeat(Math.max(1, MARK - mark.length()))
                        + text.get(0).substring(MARK))
                .stripTrailing());
        lines.addAll(text.subList(1, text.size()));
        item.notes().forEach(note -> lines.addAll(note(MARK, note)));
        return lines;
    }

    List<String> note(int spaces, Block.Note note) {
        return indented(spaces, (note.name().isEmpty() ? "" : note.name() + ": ") + Printable.of(note.text()));
    }
}
