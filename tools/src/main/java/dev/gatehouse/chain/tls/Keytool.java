package dev.gatehouse.chain.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the JDK's keytool to create one self-signed EC certificate, because the JDK has no public API for that. */
record Keytool(Path folder, String password) {
    private static final String PASSWORD_VARIABLE = "GATEHOUSE_KEY_PASSWORD";
    private static final int SECONDS = 30;
    /** The password is random and the file is read at once: ten thousand rounds of a hash protect neither. */
    private static final String ONCE = "-J-Dkeystore.pkcs12.macIterationCount=1"
            + " -J-Dkeystore.pkcs12.certPbeIterationCount=1 -J-Dkeystore.pkcs12.keyPbeIterationCount=1";

    /** The new key and certificate; the file that contained them is deleted when this returns. */
    KeyStore selfSigned(String alias, String names) {
        Path file = folder.resolve("server-key.p12");
        try {
            run(alias, names, file);
            return load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("keytool created no certificate in " + folder, broken);
        } finally {
            delete(file);
        }
    }

    private void run(String alias, String names, Path file) throws IOException {
        ProcessBuilder keytool = new ProcessBuilder(command(alias, names, file)).redirectErrorStream(true);
        keytool.environment().put(PASSWORD_VARIABLE, password);
        keytool.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = keytool.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed: " + said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool was running", stopped);
        } finally {
            process.destroy();
        }
    }

    private static List<String> command(String alias, String names, Path file) {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String speed = "-J-XX:TieredStopAtLevel=1 -J-Xshare:auto -J-XX:+UseSerialGC " + ONCE;
        String key = "-genkeypair -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -storetype PKCS12";
        String certificate = "-validity 2 -startdate -1H -ext ku=digitalSignature -ext eku=serverAuth";
        return Stream.of(
                        List.of(program),
                        List.of(speed.split(" ")),
                        List.of(key.split(" ")),
                        List.of(certificate.split(" ")),
                        List.of("-alias", alias, "-dname", "CN=Gatehouse local chain", "-ext", "san=" + names),
                        List.of("-keystore", file.toString(), "-storepass:env", PASSWORD_VARIABLE))
                .flatMap(List::stream)
                .toList();
    }

    private KeyStore load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("keytool's key store cannot be read", unreadable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new UncheckedIOException("the temporary key file cannot be deleted: " + file, kept);
        }
    }

    @Override
    public String toString() {
        return "keytool in " + folder;
    }
}
