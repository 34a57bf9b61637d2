package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileXmlTest {
    private static final String BODY = "<policies><inbound>%s</inbound><backend/><outbound/><on-error/></policies>";

    static Stream<Arguments> documents() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        secret.toFile().deleteOnExit();
        Files.writeString(secret, "the-secret");
        String bomb = "<!DOCTYPE p [<!ENTITY a \"0123456789\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        return Stream.of(
                arguments("nothing", ""),
                arguments("not closed", "<policies><inbound>"),
                arguments("two roots", BODY.formatted("") + "<policies/>"),
                arguments("text after the root", BODY.formatted("") + "x"),
                arguments("an attribute twice", BODY.formatted("<set-header name=\"a\" name=\"b\"/>")),
                arguments("a bare ampersand", BODY.formatted("<choose><when condition='@(true && true)'/></choose>")),
                arguments("a document type", "<!DOCTYPE policies>" + BODY.formatted("")),
                arguments("an entity bomb", bomb + BODY.formatted("&d;")),
                arguments(
                        "an entity bomb in an attribute",
                        bomb + BODY.formatted("<set-variable name='&d;' value='x'/>")),
                arguments(
                        "an external entity",
                        "<!DOCTYPE p [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + BODY.formatted("&x;")),
                arguments(
                        "an external document type",
                        "<!DOCTYPE p SYSTEM \"http://127.0.0.1:9/p.dtd\">" + BODY.formatted("")),
                arguments(
                        "a parameter entity",
                        "<!DOCTYPE p [<!ENTITY % x SYSTEM \"file:///etc/hostname\">%x;]>" + BODY.formatted("")),
                arguments("an unknown entity", BODY.formatted("&unknown;")),
                arguments("an instruction", BODY.formatted("<?php x ?>")),
                arguments("a namespace", BODY.formatted("").replace("<policies>", "<policies xmlns=\"urn:x\">")),
                arguments("a prefix", BODY.formatted("<x:base xmlns:x=\"urn:x\"/>")),
                arguments("a prefixed attribute", BODY.formatted("<base xml:space=\"preserve\"/>")),
                arguments("deep nesting", BODY.formatted("<choose>".repeat(5000) + "</choose>".repeat(5000))),
                arguments(
                        "deep parentheses",
                        BODY.formatted(condition("@(" + "(".repeat(4000) + "true" + ")".repeat(4001)))),
                arguments("many negations", BODY.formatted(condition("@(" + "!".repeat(9000) + "true)"))),
                arguments("many casts", BODY.formatted(condition("@(" + "(string)".repeat(1000) + "\"a\" == \"a\")"))),
                arguments(
                        "many coalescings",
                        BODY.formatted(
                                condition("@(" + "(string)context.Variables[\"x\"]??".repeat(200) + "\"\" == \"\")"))),
                arguments("a long expression", BODY.formatted(condition("@(true" + "||true".repeat(2000) + ")"))),
                arguments("a long chain", BODY.formatted(condition("@(\"\"" + ".Trim()".repeat(1_400) + " == \"\")"))),
                arguments("base without end", BODY.formatted("<base><base/></base>")),
                arguments("10 MB", BODY.formatted("<base/>".repeat(1_500_000))),
                arguments("10 MB of an attribute", BODY.formatted("<base id='" + "a".repeat(10_000_000) + "'/>")),
                arguments("more than 256 KiB", BODY.formatted(" ".repeat(PolicySource.LARGEST))));
    }

    private static String condition(String expression) {
        return "<choose><when condition='" + expression + "'/></choose>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void stopsTheStart(String name, String text) {
        Documents documents = new Documents();
        Pipeline global = documents.global();

        PolicyRefused refused = org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> catchThrowableOfType(PolicyRefused.class, () -> documents
                        .compiler()
                        .compile(new PolicySource("hostile.xml", text), DocumentScope.API, Optional.of(global))));

        assertThat(refused).isNotNull();
        assertThat(refused).hasMessageStartingWith("hostile.xml:").hasMessageNotContaining("the-secret");
    }

    @Test
    void aLargeFileIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.xml");
        Files.write(file, new byte[PolicySource.LARGEST + 1]);

        assertThatThrownBy(() -> PolicySource.read(file))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("large.xml:1: the document is larger than 256 KiB");
    }

    @Test
    void tierConsumptionTakesSmallerDocuments() {
        String text = BODY.formatted(" ".repeat(16 * 1024 - BODY.length() + 2));
        Documents documents = new Documents();
        documents.sku = Sku.CONSUMPTION;

        assertThat(documents
                        .compiler()
                        .compile(new PolicySource("a.xml", text), DocumentScope.GLOBAL, Optional.empty()))
                .isNotNull();
        assertThatThrownBy(() -> documents
                        .compiler()
                        .compile(new PolicySource("a.xml", text + " "), DocumentScope.GLOBAL, Optional.empty()))
                .hasMessage("a.xml:1: the document is larger than the 16 KiB of tier Consumption");
    }

    @Test
    void aVariableCannotGrowWithoutEnd() {
        Documents documents = new Documents();
        String doubled =
                "<set-variable name='x' value='@((string)context.Variables[\"x\"] + (string)context.Variables[\"x\"])'/>";
        Pipeline pipeline = documents.inbound("<set-variable name='x' value='0123456789'/>" + doubled.repeat(100));

        Documents.Result result = documents.run(pipeline, dev.gatehouse.chain.http.Request.get("/"));

        assertThat(result.reason()).contains("ExpressionValueEvaluationFailure");
    }

    @Test
    void namesEveryFaultWithItsLine() {
        String text = "<policies>\n<inbound>\n<foo />\n<rate-limit\n  calls='x'\n  renewal-period='1' />\n</inbound>\n"
                + "<backend/>\n<outbound>\n<set-header name='{{secret}}' />\n</outbound>\n<on-error>\n<bar/></on-error></policies>";
        Documents documents = new Documents();
        Pipeline global = documents.global();

        assertThatThrownBy(() -> documents
                        .compiler()
                        .compile(new PolicySource("a.xml", text), DocumentScope.API, Optional.of(global)))
                .hasMessage(
                        "a.xml:10: <set-header> attribute 'name' uses the named value 'secret', which is not defined");
        assertThatThrownBy(() -> documents
                        .compiler()
                        .compile(
                                new PolicySource("a.xml", text.replace("{{secret}}", "b c")),
                                DocumentScope.API,
                                Optional.of(global)))
                .hasMessageContainingAll(
                        "a.xml:3: <foo>", "a.xml:4: <rate-limit>", "a.xml:10: <set-header>", "a.xml:13: <bar>");
    }
}
