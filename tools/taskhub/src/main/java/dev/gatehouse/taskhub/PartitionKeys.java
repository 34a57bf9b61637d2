package dev.gatehouse.taskhub;

/**
 * Instance ids as partition keys: characters that a key must not contain are escaped (Durable Task's {@code KeySanitation}).
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model">keys</a>
 */
final class PartitionKeys {
    private static final char ESCAPE = '^';
    private static final String FORBIDDEN = "/\\#?";
    private static final char SHIFT = '\u00c0';

    private PartitionKeys() {}

    static String escaped(String instanceId) {
        StringBuilder key = new StringBuilder(instanceId.length());
        for (char character : instanceId.toCharArray()) {
            int forbidden = FORBIDDEN.indexOf(character);
            if (character == ESCAPE) {
                key.append(ESCAPE).append(ESCAPE);
            } else if (forbidden >= 0) {
                key.append(ESCAPE).append(forbidden);
            } else if (Character.isISOControl(character)) {
                key.append(ESCAPE).append((char) (SHIFT + character));
            } else {
                key.append(character);
            }
        }
        return key.toString();
    }

    static String unescaped(String key) {
        StringBuilder instanceId = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char character = key.charAt(i);
            boolean escapes = character == ESCAPE && i + 1 < key.length();
            instanceId.append(escapes ? meaning(key.charAt(++i)) : character);
        }
        return instanceId.toString();
    }

    private static char meaning(char escaped) {
        if (escaped >= '0' && escaped <= '3') {
            return FORBIDDEN.charAt(escaped - '0');
        }
        return escaped < SHIFT ? escaped : (char) (escaped - SHIFT);
    }
}
