package dev.gatehouse.chain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which functions of a staged app have no guard. */
class DemoFunctionsTest {
    private static final String LIST = """
            {"functions":[{"name":"read","kind":"httpTrigger","class":"app.Read","method":"read","route":"read","methods":["GET"],"explicit":false}]}
            """;

    @TempDir
    Path staging;

    @BeforeEach
    void stage() throws IOException {
        function("read", "function");
        jar("app.jar", "META-INF/gatehouse/functions.json", LIST);
    }

    @Test
    void aListedFunctionOfTheContractIsGuarded() throws IOException {
        assertThat(unguarded("")).isEmpty();
        assertThat(DemoFunctions.of(staging).opensWithoutKey("read")).isFalse();
    }

    @Test
    void aFunctionInNoListIsNamed() throws IOException {
        function("forgotten", "anonymous");

        assertThat(unguarded("")).containsExactly("function forgotten");
        assertThat(unguarded(
                        ", { \"function\": \"forgotten\", \"method\": \"GET\", \"route\": \"f\", \"roles\": [\"R\"] }"))
                .containsExactly("function forgotten");
        assertThat(DemoFunctions.of(staging).opensWithoutKey("forgotten")).isTrue();
    }

    @Test
    void aFunctionThatCallsTheGuardItselfNeedsItsLibrary() throws IOException {
        String explicit =
                ", { \"function\": \"own\", \"method\": \"GET\", \"route\": \"own\", \"roles\": [\"R\"], \"explicit\": true }";
        function("own", "function");

        assertThat(unguarded(explicit)).containsExactly("function own");

        jar("lib/gatehouse-guard.jar", "dev/gatehouse/worker/GuardMiddleware.class", "");
        assertThat(unguarded(explicit)).isEmpty();
    }

    @Test
    void aTimerIsNotAnHttpFunction() throws IOException {
        Files.createDirectories(staging.resolve("nightly"));
        Files.writeString(staging.resolve("nightly/function.json"), "{\"bindings\":[{\"type\":\"timerTrigger\"}]}");

        assertThat(unguarded("")).isEmpty();
    }

    private List<String> unguarded(String more) {
        String json = """
                { "api": "app", "tokenVersions": ["2.0"], "scopes": [],
                  "roles": [ { "value": "R", "description": "R", "allowedMemberTypes": ["Application"] } ],
                  "operations": [ { "function": "read", "method": "GET", "route": "read", "roles": ["R"] }%s ] }
                """.formatted(more);
        Contract contract =
                ((ContractResult.Valid) ContractReader.read(json.getBytes(StandardCharsets.UTF_8))).contract();
        return DemoFunctions.of(staging).unguarded(contract).stream()
                .peek(row -> assertThat(row.is(CallVerdict.PASSED)).isFalse())
                .map(row -> row.question().called())
                .toList();
    }

    private void function(String name, String level) throws IOException {
        Files.createDirectories(staging.resolve(name));
        Files.writeString(
                staging.resolve(name).resolve("function.json"),
                "{\"scriptFile\":\"../app.jar\",\"entryPoint\":\"app.Read.read\",\"bindings\":[{\"type\":\"httpTrigger\",\"authLevel\":\""
                        + level + "\"}]}");
    }

    private void jar(String name, String entry, String content) throws IOException {
        Path file = staging.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(out)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
