package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule of a token (issuer, audience, times) is evaluated in {@code token.TokenChecks} alone; all layers are lists of its checks. */
class TokenRulesInOnePlaceTest {
    private static final Pattern READING =
            Pattern.compile("\\.(?:text|texts|values|instant|has|get|containsKey)\\(\\s*\"(iss|aud|exp|nbf|iat)\"");

    /** Those that read such a claim without deciding by it, and for what. */
    private static final Map<String, String> NO_DECISION = Map.ofEntries(
            Map.entry("VerifiedCaller.java", "says when a verified token ends"),
            Map.entry("VerifiedTokenCache.java", "forgets a token at its end"),
            Map.entry("ClaimForms.java", "the form of all claims, before any is compared"),
            Map.entry("UserAssertion.java", "quotes the audience in Entra's own error text"),
            Map.entry("TokenAdvice.java", "whether a compared claim holds an id that Azure has yet to choose"),
            Map.entry("TokenProfile.java", "shows what a pasted token is"),
            Map.entry("TokenAge.java", "shows how old a pasted token is"),
            Map.entry("ShownToken.java", "shows a token in a trace"),
            Map.entry("CauseFinder.java", "which refusal is the cause of the others"),
            Map.entry("NearMiss.java", "how a refused claim differs from what is expected"),
            Map.entry("EasyAuthLayer.java", "the issuer whose keys are looked up"),
            Map.entry("RelaxedCheck.java", "the audience of a check that names none"),
            Map.entry("TokenOrigin.java", "which service a pasted token is for"));

    @Test
    void noOtherClassReadsTheClaimsThatRulesCompare() throws IOException {
        Set<String> readers = new TreeSet<>(readers(Path.of("guard/core/src/main/java")));
        readers.addAll(readers(Path.of("tools/src/main/java")));
        readers.addAll(readers(Path.of("src/main/java")));

        assertThat(readers).contains("TokenChecks.java", "IssuerCheck.java");
        readers.removeAll(Set.of("TokenChecks.java", "IssuerCheck.java"));
        assertThat(NO_DECISION.keySet()).containsAll(readers);
    }

    private static Set<String> readers(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(TokenRulesInOnePlaceTest::reads)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean reads(Path file) {
        try {
            return READING.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
