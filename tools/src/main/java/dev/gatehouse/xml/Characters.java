package dev.gatehouse.xml;

/** What XML takes for a character and for white space (XML 1.0, 2.2 and 2.3). */
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

    /** The index of the first that XML does not have, an unpaired surrogate among them; -1 when there is none. */
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
