package dev.gatehouse.chain.tls;

import java.io.ByteArrayOutputStream;

/** The distinguished encoding rules, X.690, as far as a certificate needs them. */
public final class Der {
    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int NULL = 0x05;
    public static final int UTF8_STRING = 0x0C;
    public static final int UTC_TIME = 0x17;
    public static final int SET = 0x31;

    private Der() {}

    public static int context(int number) {
        return 0x80 | number;
    }

    public static int explicit(int number) {
        return 0xA0 | number;
    }

    /** @param encoded the identifier's bytes after X.690 section 8.19 */
    public static byte[] oid(int... encoded) {
        byte[] content = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            content[i] = (byte) encoded[i];
        }
        return of(0x06, content);
    }

    public static byte[] sequence(byte[]... parts) {
        return of(0x30, joined(parts));
    }

    public static byte[] of(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return joined(head, content);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
