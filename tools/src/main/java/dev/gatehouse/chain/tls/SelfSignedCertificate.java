package dev.gatehouse.chain.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new P-256 key and its certificate for a TLS server, signed by the key itself (RFC 5280). The JDK has no public API for that, and a run
 * of its keytool takes longer than the start of all layers.
 */
record SelfSignedCertificate(PrivateKey key, X509Certificate certificate) {
    private static final int SERIAL_BITS = 120; // RFC 5280 section 4.1.2.2: positive, at most 20 bytes
    private static final byte[] DIGITAL_SIGNATURE = {7, (byte) 0x80}; // section 4.2.1.3: the first of eight bits
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

    /**
     * Valid from an hour ago, for two days.
     *
     * @param hosts names of the server; 127.0.0.1 is one besides
     */
    static SelfSignedCertificate create(String commonName, List<String> hosts, Instant now)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] ecdsaWithSha256 = Der.sequence(Der.oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2)); // RFC 5758 section 3.2
        byte[] commonNameOid = Der.oid(0x55, 4, 3);
        byte[] name = Der.sequence(Der.of(
                Der.SET,
                Der.sequence(commonNameOid, Der.of(Der.UTF8_STRING, commonName.getBytes(StandardCharsets.UTF_8)))));
        Instant from = now.minus(Duration.ofHours(1));
        byte[] toBeSigned = Der.sequence(
                Der.of(Der.explicit(0), Der.of(Der.INTEGER, new byte[] {2})), // version 3
                Der.of(
                        Der.INTEGER,
                        new BigInteger(SERIAL_BITS, new SecureRandom())
                                .setBit(0)
                                .toByteArray()),
                ecdsaWithSha256,
                name,
                Der.sequence(time(from), time(from.plus(Duration.ofDays(2)))),
                name,
                pair.getPublic().getEncoded(),
                Der.of(Der.explicit(3), extensions(hosts)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        byte[] encoded = Der.sequence(
                toBeSigned, ecdsaWithSha256, Der.of(Der.BIT_STRING, Der.joined(new byte[] {0}, signature.sign())));
        return new SelfSignedCertificate(pair.getPrivate(), (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
    }

    private static byte[] time(Instant instant) {
        return Der.of(
                Der.UTC_TIME, UTC_TIME.format(instant.atOffset(ZoneOffset.UTC)).getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 5280 sections 4.2.1.3, 4.2.1.12 and 4.2.1.6. */
    private static byte[] extensions(List<String> hosts) {
        byte[] serverAuth = Der.oid(0x2B, 6, 1, 5, 5, 7, 3, 1);
        byte[] names = Der.sequence(Stream.concat(
                        hosts.stream().map(host -> Der.of(Der.context(2), host.getBytes(StandardCharsets.US_ASCII))),
                        Stream.of(Der.of(Der.context(7), LOOPBACK)))
                .toArray(byte[][]::new));
        return Der.sequence(
                extension(15, Der.of(Der.BIT_STRING, DIGITAL_SIGNATURE)),
                extension(37, Der.sequence(serverAuth)),
                extension(17, names));
    }

    private static byte[] extension(int id, byte[] value) {
        return Der.sequence(Der.oid(0x55, 0x1D, id), Der.of(Der.OCTET_STRING, value));
    }

    @Override
    public String toString() {
        return "the key of " + certificate.getSubjectX500Principal();
    }
}
