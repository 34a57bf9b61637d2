package dev.gatehouse.doctor.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An error code of Microsoft's token libraries, {@code IDX…} and {@code IDW…}. A message is recognised by its code alone:
 * words differ between versions, and hidden values replace any part of them.
 *
 * @param reason for which a fix is known
 * @param meaning in one sentence, without a full stop
 */
public record TokenLibraryCode(String code, String reason, String meaning) {
    private static final String RESOURCE = "token-library-codes.tsv";
    private static final Pattern CODE = Pattern.compile("\\bID[XW]\\d{5}\\b");
    private static final String UNREADABLE = "metadata-unreadable";

    private static final Map<String, TokenLibraryCode> ALL = read();

    /**
     * The cause that a text names: its first known code, except that a code for metadata that cannot be read is the cause of
     * any other that quotes it.
     */
    public static Optional<TokenLibraryCode> in(String text) {
        List<TokenLibraryCode> known = codes(text).stream()
                .flatMap(code -> Optional.ofNullable(ALL.get(code)).stream())
                .toList();
        return known.stream()
                .filter(code -> code.reason.equals(UNREADABLE))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    /** All codes in a text, known or not, in order. */
    static List<String> codes(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    static Map<String, TokenLibraryCode> all() {
        return ALL;
    }

    private static Map<String, TokenLibraryCode> read() {
        try (InputStream table =
                Objects.requireNonNull(TokenLibraryCode.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new TokenLibraryCode(row[0], row[1], row[2]))
                    .collect(Collectors.toUnmodifiableMap(TokenLibraryCode::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
