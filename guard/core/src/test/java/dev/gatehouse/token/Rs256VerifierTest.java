package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.RsaKeys;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the native provider with the JDK's, also on invalid signatures that only the key's owner could make. */
class Rs256VerifierTest {
    private static final byte[] SIGNED = "header.payload".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA256_INFO = "3031300d060960864801650304020105000420"; // RFC 8017 §9.2

    private static KeyPair pair;
    private static Provider conscrypt;

    @BeforeAll
    static void prepare() {
        pair = RsaKeys.pair(2048, RSAKeyGenParameterSpec.F4);
        conscrypt = Conscrypt.newProvider();
    }

    @Test
    void bothTakeWhatTheKeySigned() throws Exception {
        assertThat(jdk(good())).isTrue();
        assertThat(ofConscrypt(good())).isTrue();
    }

    @Test
    void bothRefuseEverySignatureThatIsOdd() throws Exception {
        for (Map.Entry<String, byte[]> odd : oddSignatures().entrySet()) {
            assertThat(jdk(odd.getValue())).as("JDK: %s", odd.getKey()).isFalse();
            assertThat(ofConscrypt(odd.getValue()))
                    .as("native: %s", odd.getKey())
                    .isFalse();
        }
    }

    /** Up to the limits of {@code keys.Jwk}. */
    @ParameterizedTest
    @CsvSource({"2048, 3", "2048, 4294967291", "3072, 65537", "4096, 65537"})
    void bothTakeTheSignaturesOfEveryKeyThatIsRead(int bits, BigInteger exponent) throws Exception {
        KeyPair other = RsaKeys.pair(bits, exponent);
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(other.getPrivate());
        signing.update(SIGNED);
        byte[] signature = signing.sign();

        for (Rs256Provider provider : List.of(Rs256Provider.ofJdk(), new Rs256Provider(conscrypt))) {
            RSAPublicKey key = (RSAPublicKey) other.getPublic();
            assertThat(provider.isSigned(key, SIGNED, signature)).isTrue();
            signature[0] ^= 1;
            assertThat(provider.isSigned(key, SIGNED, signature)).isFalse();
            signature[0] ^= 1;
        }
    }

    /** Such keys are never read; if they were, both providers would reject the signature. */
    @ParameterizedTest(name = "[{index}] modulus {0}, exponent {1}")
    @CsvSource({
        "sound, 0",
        "sound, 1",
        "sound, 2",
        "sound, 65536",
        "sound, -3",
        "even, 65537",
        "even, 1",
        "zero, 65537",
        "one, 65537",
        "small, 65537",
        "negative, 65537",
        "huge, 65537",
        "sound, 115792089237316195423570985008687907853269984665640564039457584007913129639937",
    })
    void bothRefuseEverySignatureOfAnOddKey(String modulus, BigInteger exponent) throws Exception {
        BigInteger sound = key().getModulus();
        Map<String, BigInteger> moduli = Map.of(
                "sound", sound,
                "even", sound.clearBit(0),
                "zero", BigInteger.ZERO,
                "one", BigInteger.ONE,
                "small", BigInteger.valueOf(3_233),
                "negative", sound.negate(),
                "huge", BigInteger.TWO.pow(20_000).add(BigInteger.ONE));
        RSAPublicKey odd = new OddKey(moduli.get(modulus), exponent);
        byte[] unencrypted =
                padded(0xff, concat(HexFormat.of().parseHex(SHA256_INFO), digest())); // what exponent 1 would accept

        for (Rs256Provider provider : List.of(Rs256Provider.ofJdk(), new Rs256Provider(conscrypt))) {
            for (byte[] signature : List.of(unencrypted, good(), new byte[256], new byte[0])) {
                assertThat(provider.isSigned(odd, SIGNED, signature)).isFalse();
            }
        }
    }

    private record OddKey(BigInteger getModulus, BigInteger getPublicExponent) implements RSAPublicKey {
        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }

    /** If the two differ, the native one must be the stricter. */
    @ParameterizedTest
    @ValueSource(strings = {"302f300b0609608648016503040201" + "0420", "3081" + "31300d060960864801650304020105000420"})
    void theNativeOneTakesNoDigestInfoThatTheJdkRefuses(String info) throws Exception {
        byte[] odd = encrypted(padded(0xff, concat(HexFormat.of().parseHex(info), digest())));

        assertThat(ofConscrypt(odd) && !jdk(odd)).isFalse();
    }

    @Test
    void bothAgreeOnEverySingleBitThatIsFlipped() throws Exception {
        byte[] good = good();
        for (int bit = 0; bit < good.length * 8; bit += 7) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(ofConscrypt(flipped)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void bothRefuseRandomBytesOfAnyLength() throws Exception {
        Random random = new Random(20260101);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            assertThat(jdk(bytes) || ofConscrypt(bytes)).isFalse();
        }
    }

    @Test
    void adoptsAProviderThatWorksWithoutInstallingIt() throws Exception {
        Rs256Verifier signatures = new Rs256Verifier();

        assertThat(signatures.adopt(Conscrypt::newProvider)).isEmpty();

        assertThat(signatures.isSigned(key(), SIGNED, good())).isTrue();
        assertThat(signatures.isSigned(key(), SIGNED, new byte[256])).isFalse();
        assertThat(Security.getProviders()).extracting(Provider::getName).doesNotContain(conscrypt.getName());
    }

    @Test
    void staysWithTheJdkAndSaysWhyWhereTheLibraryDoesNotLoad() throws Exception {
        Rs256Verifier signatures = new Rs256Verifier();
        Supplier<Provider> absent = () -> {
            throw new UnsatisfiedLinkError("no library for this system");
        };

        assertThat(signatures.adopt(absent)).contains("no library for this system");

        assertThat(signatures.isSigned(key(), SIGNED, good())).isTrue();
        assertThat(signatures.isSigned(key(), SIGNED, new byte[256])).isFalse();
    }

    @Test
    void staysWithTheJdkWhenTheProviderCannotCheckSignatures() throws Exception {
        Rs256Verifier signatures = new Rs256Verifier();

        assertThat(signatures.adopt(() -> new Empty())).contains("cannot check RS256 signatures");

        assertThat(signatures.isSigned(key(), SIGNED, good())).isTrue();
    }

    @Test
    void adoptsNoProviderThatTakesEverySignature() throws Exception {
        Rs256Verifier signatures = new Rs256Verifier();

        assertThat(signatures.adopt(() -> new Gullible())).contains("gives a wrong answer for a known signature");

        assertThat(signatures.isSigned(key(), SIGNED, new byte[256])).isFalse();
    }

    @Test
    void adoptsNoProviderThatGivesEveryTextTheSameDigest() {
        Rs256Verifier signatures = new Rs256Verifier();

        assertThat(signatures.adopt(() -> new Monotonous())).contains("gives a wrong digest of a known text");

        assertThat(signatures.digest("a")).isNotEqualTo(signatures.digest("b"));
    }

    private static Map<String, byte[]> oddSignatures() throws Exception {
        byte[] info = concat(HexFormat.of().parseHex(SHA256_INFO), digest());
        Map<String, byte[]> odd = new LinkedHashMap<>();
        odd.put("none", new byte[0]);
        odd.put("zero", new byte[256]);
        odd.put("a byte too long", concat(new byte[1], good()));
        odd.put("a byte too short", Arrays.copyOf(good(), 255));
        odd.put("not below the modulus", bytes(new BigInteger(1, good()).add(key().getModulus())));
        odd.put("the modulus", bytes(key().getModulus()));
        odd.put("padded with something else", encrypted(padded(0xfe, info)));
        odd.put("padded short, with a tail", encrypted(paddedShort(info)));
        odd.put("without the digest's name", encrypted(padded(0xff, digest())));
        odd.put("with bytes after the digest", encrypted(padded(0xff, concat(info, new byte[4]))));
        odd.put("of another text", encrypted(padded(0xff, concat(HexFormat.of().parseHex(SHA256_INFO), new byte[32]))));
        odd.put("of SHA-1", signed("SHA1withRSA"));
        odd.put("of SHA-512", signed("SHA512withRSA"));
        return odd;
    }

    private static byte[] good() throws Exception {
        return signed("SHA256withRSA");
    }

    private static byte[] signed(String algorithm) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update(SIGNED);
        return signature.sign();
    }

    private static byte[] digest() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(SIGNED);
    }

    /** 00 01, filling, 00, content: 256 bytes in all. */
    private static byte[] padded(int filling, byte[] content) {
        byte[] block = new byte[256];
        Arrays.fill(block, (byte) filling);
        block[0] = 0;
        block[1] = 1;
        block[255 - content.length] = 0;
        System.arraycopy(content, 0, block, 256 - content.length, content.length);
        return block;
    }

    /** Bleichenbacher's attack of 2006: eight bytes of padding, and free bytes after the digest. */
    private static byte[] paddedShort(byte[] content) {
        byte[] block = new byte[256];
        Arrays.fill(block, 2, 10, (byte) 0xff);
        block[1] = 1;
        System.arraycopy(content, 0, block, 11, content.length);
        Arrays.fill(block, 11 + content.length, 256, (byte) 0x5a);
        return block;
    }

    private static byte[] encrypted(byte[] block) {
        RSAPrivateKey key = (RSAPrivateKey) pair.getPrivate();
        return bytes(new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus()));
    }

    private static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[256];
        int from = Math.max(0, signed.length - 256);
        System.arraycopy(signed, from, fixed, 256 - (signed.length - from), signed.length - from);
        return fixed;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }

    private static RSAPublicKey key() {
        return (RSAPublicKey) pair.getPublic();
    }

    private static boolean jdk(byte[] signature) throws Exception {
        return Rs256Provider.ofJdk().isSigned(key(), SIGNED, signature);
    }

    private static boolean ofConscrypt(byte[] signature) throws Exception {
        return new Rs256Provider(conscrypt).isSigned(key(), SIGNED, signature);
    }

    private static final class Empty extends Provider {
        private static final long serialVersionUID = 1L;

        Empty() {
            super("Empty", "1", "has nothing");
        }
    }

    private static final class Gullible extends Provider {
        private static final long serialVersionUID = 1L;

        Gullible() {
            super("Gullible", "1", "believes anything");
            put("Signature.SHA256withRSA", GullibleSignature.class.getName());
        }
    }

    /** Checks signatures as the JDK does. */
    private static final class Monotonous extends Provider {
        private static final long serialVersionUID = 1L;

        Monotonous() {
            super("Monotonous", "1", "always says the same");
            put("Signature.SHA256withRSA", "sun.security.rsa.RSASignature$SHA256withRSA");
            put("MessageDigest.SHA-256", SameDigest.class.getName());
        }
    }

    /** Public, because the JDK creates it by its name. */
    public static final class SameDigest extends MessageDigestSpi {
        @Override
        protected void engineUpdate(byte input) {}

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {}

        @Override
        protected byte[] engineDigest() {
            return new byte[32];
        }

        @Override
        protected void engineReset() {}
    }
}
