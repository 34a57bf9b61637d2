package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.contract.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document looks like, it is compiled or refused, and never by accident. */
class MutatedPolicyTest {
    private static final int TRIES = 500 * Integer.getInteger("fuzz.factor", 1);
    private static final List<String> SCRAPS = List.of(
            "",
            "<",
            ">",
            "/",
            "\"",
            "'",
            "&",
            "&lt;",
            "{{",
            "}}",
            "{{x}}",
            "@(",
            "@{",
            ")",
            "(",
            "\\",
            "\0",
            "=",
            "==",
            "!",
            "?",
            ":",
            "??",
            "||",
            " ",
            "\n",
            "-",
            "9999999999",
            "-1",
            "é",
            "\ud83d\ude00",
            "<base />",
            "<choose>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "null",
            "true",
            "(Jwt)",
            "context",
            ".Claims",
            "[0]",
            "Contains(",
            "?.",
            "?[",
            "<",
            ">=",
            "+",
            "&apos;",
            ".AsJwt()",
            "<int>",
            "StringComparison.",
            "id=\"\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "global.xml",
                "api-caller-token.xml",
                "api-gateway-identity-validate-jwt.xml",
                "operation.xml",
                "operation-by-key.xml"
            })
    void isCompiledOrRefused(String file) throws IOException {
        String shipped = new RequirementExpression(new Requirement(List.of("R"), List.of(), List.of("s")))
                .in(Files.readString(Path.of("infra/policies", file)));
        Map<String, String> names = new HashMap<>(Map.of(
                "tenant-id",
                "11111111-2222-4333-8444-555555555555",
                "login-endpoint",
                "https://login.microsoftonline.com"));
        List.of(
                        "sts-endpoint",
                        "audience",
                        "v1-audience",
                        "token-version",
                        "other-token-version",
                        "allowed-clients",
                        "gateway-audience",
                        "api-resource",
                        "gateway-identity-client-id")
                .forEach(name -> names.put(name, "value"));
        List.of("rate-limit-calls", "rate-limit-seconds").forEach(name -> names.put(name, "9"));
        Pipeline global = new Documents().global();
        PolicyCompiler compiler = new Documents().compiler(names);
        Random random = new Random(file.hashCode());
        int refusals = 0;
        for (int i = 0; i < TRIES; i++) {
            PolicySource mutated = new PolicySource(file, mutated(shipped, random));
            try {
                compiler.compile(mutated, DocumentScope.API, Optional.of(global));
            } catch (PolicyRefused refused) {
                refusals++;
            }
        }
        assertThat(refusals).isBetween(TRIES / 2, TRIES - 1);
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(4));
        return text.substring(0, at) + SCRAPS.get(random.nextInt(SCRAPS.size())) + text.substring(end);
    }
}
