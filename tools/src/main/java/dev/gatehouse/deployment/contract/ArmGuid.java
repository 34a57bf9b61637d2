package dev.gatehouse.deployment.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The function {@code guid()} of Azure Resource Manager
 * (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#guid): a UUID of version 5 (RFC 9562,
 * section 5.5) of the values, joined by hyphens, in a namespace that Microsoft does not publish; it was read off Bicep's results.
 */
final class ArmGuid {
    private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    private ArmGuid() {}

    static String of(String... values) {
        ByteBuffer hashed = ByteBuffer.wrap(sha1().digest(bytes(String.join("-", values))));
        long high = hashed.getLong() & 0xffffffffffff0fffL | 0x5000L;
        long low = hashed.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static byte[] bytes(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + text.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(text)
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
