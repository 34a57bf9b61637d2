package dev.gatehouse.xml;

/** What XML accepts as a character and as white space (XML 1.0, 2.2 and 2.3). */
final class Characters {
    private Characters() {}

    static boolean isCharacter(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
    }

    /** The index of the first character that XML does not allow, such as an unpaired surrogate; -1 when all are allowed. */
    static int firstForeign(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            if (!isCharacter(text.codePointAt(index))) {
                return index;
            }
        }
        return -1;
    }

    static boolean isWhiteSpace(String text) {
        return text.chars().allMatch(each -> " \t\r\n".indexOf(each) >= 0);
    }
}
