package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.tls.Der;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/** The self-signed certificate in which Entra publishes a key ({@code x5c}): X.509 version 1 (RFC 5280 §4.1). */
final class KeyCertificate {
    /** The name in the certificates of the real Entra. */
    private static final String NAME = "accounts.accesscontrol.windows.net";

    private KeyCertificate() {}

    /** Clients look at its times as little as at its name: the key set alone says which keys are good. */
    static byte[] of(KeyPair pair) throws GeneralSecurityException {
        byte[] sha256WithRsa =
                Der.sequence(Der.oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11), Der.of(Der.NULL, new byte[0]));
        byte[] name = Der.sequence(Der.of(
                Der.SET,
                Der.sequence(Der.oid(0x55, 4, 3), Der.of(Der.UTF8_STRING, NAME.getBytes(StandardCharsets.UTF_8)))));
        byte[] content = Der.sequence(
                Der.of(Der.INTEGER, new byte[] {1}),
                sha256WithRsa,
                name,
                Der.sequence(time("200101000000Z"), time("491231235959Z")),
                name,
                pair.getPublic().getEncoded());
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(pair.getPrivate());
        rsa.update(content);
        return Der.sequence(content, sha256WithRsa, Der.of(Der.BIT_STRING, Der.joined(new byte[] {0}, rsa.sign())));
    }

    private static byte[] time(String utc) {
        return Der.of(Der.UTC_TIME, utc.getBytes(StandardCharsets.US_ASCII));
    }
}
