package dev.gatehouse.doctor.explain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes colours, escapes of JSON, HTML and addresses, the marks of quoted mails, and the line breaks of a terminal. */
final class PasteReader {
    private static final Pattern COLOUR =
            Pattern.compile("\u001b(?:\\[[0-9;?]*+[ -/]*+[@-~]|\\][^\u0007]{0,200}\u0007)");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:(quot|apos|amp|lt|gt|nbsp)|#(\\d{2,5})|#x([0-9A-Fa-f]{2,4}));");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final Pattern BREAK = Pattern.compile("\\\\r\\\\n|\\\\n(?![a-z]{2,}\\\\)|\\\\t(?![a-z]{2,}\\\\)");
    private static final Pattern QUERY = Pattern.compile("(?<=[?&#;])error(?:_description)?=([^\\s&\"'<>]++)");
    private static final Map<String, String> ENTITIES =
            Map.of("quot", "\"", "apos", "'", "amp", "&", "lt", "<", "gt", ">", "nbsp", " ");
    /** Narrower text is not cut by a terminal. */
    private static final int NARROWEST = 60;

    private static final Pattern BEGINS = Pattern.compile("\\s.*|at .*|\\d{2,4}[-/:].*|[\\[{<>\"*].*|Caused by.*|");

    private final List<String> lines;

    PasteReader(String raw) {
        lines = raw.lines().toList();
    }

    Paste read() {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[Math.max(1, lines.size())];
        String quote = quote();
        int width = width();
        for (int i = 0; i < lines.size(); i++) {
            starts[i] = text.length();
            String line = lines.get(i);
            collapse(plain(line.startsWith(quote) ? line.substring(quote.length()) : line), text);
            boolean cut = line.length() == width
                    && i + 1 < lines.size()
                    && !BEGINS.matcher(lines.get(i + 1)).matches();
            if (!cut) {
                text.append('\n');
            }
        }
        String all = text.toString();
        return new Paste(all, folded(all), starts);
    }

    /** The mark in front of every line of a quoted mail; empty if a line has none. */
    private String quote() {
        List<String> full = lines.stream().filter(line -> !line.isBlank()).toList();
        boolean quoted = full.size() > 1 && full.stream().allMatch(line -> line.startsWith("> "));
        boolean request = full.stream().anyMatch(line -> line.startsWith("> GET ") || line.contains(" HTTP/1."));
        return quoted && !request ? "> " : "";
    }

    /** The width at which a terminal has broken lines: several of them are exactly that long, and none is longer. */
    private int width() {
        int widest = lines.stream().mapToInt(String::length).max().orElse(0);
        long so = lines.stream().filter(line -> line.length() == widest).count();
        return widest >= NARROWEST && so > 1 ? widest : -1;
    }

    private static String plain(String line) {
        String plain = line.indexOf('\u001b') < 0 ? line : COLOUR.matcher(line).replaceAll("");
        if (plain.indexOf('&') >= 0) {
            plain = ENTITY.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(entity(found)));
        }
        if (plain.contains("error=") || plain.contains("error_description=")) {
            plain = QUERY.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(decoded(found.group())));
        }
        if (plain.indexOf('\\') >= 0) {
            plain = UNICODE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), 16)));
            plain = BREAK.matcher(plain.replace("\\\\", "\\")).replaceAll("\n");
            plain = plain.replace("\\\"", "\"").replace("\\/", "/");
        }
        return plain;
    }

    private static String entity(java.util.regex.MatchResult found) {
        if (found.group(1) != null) {
            return ENTITIES.getOrDefault(found.group(1), " ");
        }
        return found.group(2) != null ? character(found.group(2), 10) : character(found.group(3), 16);
    }

    private static String character(String digits, int radix) {
        int code = Integer.parseInt(digits, radix);
        return code > Character.MAX_VALUE ? " " : String.valueOf((char) code);
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return parameter;
        }
    }

    private static void collapse(String line, StringBuilder text) {
        boolean gap = false;
        int begin = text.length();
        for (int i = 0; i < line.length(); i++) {
            char c = straight(line.charAt(i));
            if (c == '\n') {
                text.append('\n');
                gap = false;
                begin = text.length();
            } else if (c == ' ') {
                gap = text.length() > begin;
            } else if (c != 0) {
                text.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
    }

    /** Quotes and spaces of word processors as they are typed; 0 for what is not visible. */
    private static char straight(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201b' -> '\'';
            case '\u201c', '\u201d', '\u201f' -> '"';
            case '\u200b', '\u200c', '\u200d', '\ufeff', '\u200e', '\u200f', '\r' -> 0;
            default -> c == '\n' || !(Character.isWhitespace(c) || Character.isSpaceChar(c)) ? c : ' ';
        };
    }

    /** Character by character: some words change their length in small letters. */
    private static String folded(String text) {
        char[] all = text.toCharArray();
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == '\n' ? ' ' : Character.toLowerCase(all[i]);
        }
        return new String(all);
    }

    /** Words in the form in which they are looked for in {@link Paste#folded}. */
    static String phrase(String words) {
        return folded(words.replaceAll("\\s+", " "));
    }
}
