package dev.gatehouse.doctor.explain;

import java.util.Locale;

/** Links to headings of {@code docs/troubleshooting.md}, as GitHub makes them of headings. */
final class Headings {
    private static final String GUIDE = "docs/troubleshooting.md";

    private Headings() {}

    static String link(String heading) {
        return heading.isEmpty()
                ? GUIDE
                : GUIDE + "#"
                        + heading.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\w\\- ]", "")
                                .replace(' ', '-');
    }
}
