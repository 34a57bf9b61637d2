package dev.gatehouse.doctor.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Where people read: a terminal, or a file.
 *
 * @param columns how many characters fit on a line
 */
public record Screen(boolean colours, int columns) {
    private static final int NARROWEST = 40;

    public Screen {
        columns = Math.max(columns, NARROWEST);
    }

    /** Neither colours nor an end to a line. */
    public static Screen plain() {
        return new Screen(false, Integer.MAX_VALUE);
    }

    public String paint(Paint paint, String text) {
        return colours && !text.isEmpty() ? paint.start() + text + Paint.END : text;
    }

    /** The text in lines that fit, each with that many spaces before it; broken at spaces where there are any. */
    public List<String> indented(int spaces, String text) {
        List<String> lines = new ArrayList<>();
        int room = columns - spaces;
        String rest = text;
        while (rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            lines.add(" ".repeat(spaces) + rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(" ".repeat(spaces) + rest);
        return lines;
    }
}
