package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RunningEntra;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private Path folder;
    private String token;
    private Path file;

    private record Ran(int code, String out, String err) {}

    @BeforeAll
    void token(@TempDir Path temporary) throws IOException {
        folder = temporary;
        try (RunningEntra running = RunningEntra.start(temporary, new MovableClock(Instant.now()))) {
            token = running.kit(Instant.now()).app().compact();
        }
        file = Files.writeString(folder.resolve("token.txt"), "Bearer " + token);
    }

    @AfterAll
    void nothingElseIsWritten() {
        assertThat(folder.toFile().list()).contains("token.txt", "report.html");
    }

    @Test
    void printsTheAgreedJson() throws IOException {
        Ran ran = run("--file", file.toString(), "--json");

        JsonNode json = JSON.readTree(ran.out());
        assertThat(json.path("kind").asText()).isEqualTo("app");
        assertThat(json.path("version").asText()).isEqualTo("2.0");
        assertThat(json.path("cloud").asText()).isEqualTo("public");
        assertThat(json.path("claims").path("roles").get(0).asText()).isEqualTo("Accounts.Read");
        assertThat(json.path("layers").findValuesAsText("layer")).containsExactly("gateway", "Easy Auth", "guard");
        json.path("layers").forEach(layer -> {
            assertThat(layer.has("admitted")).isTrue();
            assertThat(layer.path("rules")).isNotEmpty().allSatisfy(rule -> assertThat(names(rule))
                    .contains("rule", "passed", "expected", "actual", "fix"));
        });
        assertThat(ran.out()).doesNotContain(signature());
    }

    @Test
    void offlineTheSignatureIsUndecidedAndSoIsTheToken() {
        Ran ran = run("--file", file.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("undecided  signature", "not checked", "--online", "No layer refuses this token")
                .doesNotContain("\u001b", signature(), "REFUSES");
    }

    @Test
    void readsTheAnswerThatWasPastedBesideTheToken() throws IOException {
        Path both = Files.writeString(
                folder.resolve("both.txt"),
                "> Authorization: Bearer " + token + "\n\n{ \"statusCode\": 401, \"message\": \"Access denied due to"
                        + " missing subscription key.\" }\n");

        assertThat(run("--file", both.toString()).out())
                .contains("The text beside it says: The gateway refused the call: it has no subscription key.")
                .doesNotContain(signature());
        assertThat(run("--file", file.toString()).out()).doesNotContain("The text beside it says");
    }

    @Test
    void writesAReportOnceAndNeverOverAnother() throws IOException {
        Path report = folder.resolve("report.html");

        assertThat(run("--file", file.toString(), "--report", report.toString()).code())
                .isEqualTo(1);
        assertThat(Files.readString(report))
                .contains("Accounts.Read", "<!doctype html>")
                .doesNotContain(signature());
        Ran again = run("--file", file.toString(), "--report", report.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("report.html already exists");
    }

    @Test
    void realValuesDecideWhatTheSnapshotCannotKnow() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), """
                [{"name":"GATEHOUSE_LOGIN_ENDPOINT","value":"https://login.microsoftonline.com"},
                 {"name":"GATEHOUSE_TENANT_IDS","value":"81061dfa-4cc7-3cff-bb58-89410eba01c7"},
                 {"name":"GATEHOUSE_API_CLIENT_ID","value":"12345678-1234-4234-8234-123456789012"},
                 {"name":"GATEHOUSE_ALLOWED_CLIENTS","value":"12345678-1234-4234-8234-123456789012"},
                 {"name":"GATEHOUSE_ALLOWED_PRINCIPALS","value":"any"},
                 {"name":"GATEHOUSE_FORWARDING_GATEWAY","value":"none"}]
                """);
        Path easyAuth = Files.writeString(folder.resolve("auth.json"), """
                {"id":"/x","name":"authsettingsV2","properties":{"platform":{"enabled":true,"runtimeVersion":"~1"},
                 "globalValidation":{"requireAuthentication":true,"unauthenticatedClientAction":"Return401","excludedPaths":null},
                 "identityProviders":{"apple":{"enabled":true},"azureActiveDirectory":{"enabled":true,
                  "registration":{"clientId":"12345678-1234-4234-8234-123456789012",
                   "openIdIssuer":"https://login.microsoftonline.com/81061dfa-4cc7-3cff-bb58-89410eba01c7/v2.0"},
                  "validation":{"allowedAudiences":[],"defaultAuthorizationPolicy":{"allowedApplications":[]}}}}}}
                """);
        Path named = Files.writeString(
                folder.resolve("nv.json"),
                "[{\"displayName\":\"audience\",\"value\":\"12345678-1234-4234-8234-123456789012\"},"
                        + "{\"displayName\":\"v1-audience\",\"value\":\"12345678-1234-4234-8234-123456789012\"},"
                        + "{\"displayName\":\"function-key\",\"value\":null,\"secret\":true}]");

        String out = run(
                        "--file",
                        file.toString(),
                        "--settings",
                        settings.toString(),
                        "--easy-auth",
                        easyAuth.toString(),
                        "--named-values",
                        named.toString())
                .out();

        assertThat(out)
                .contains(
                        "TokenAudienceNotAllowed",
                        "audience (aud): audience",
                        "audience-mismatch",
                        "client-not-allowed");
    }

    /** What only an export has: groups, and the checks of claims beside the policy. */
    @Test
    void readsGroupsAndClaimChecksOfAnExport() throws IOException {
        Path easyAuth = Files.writeString(folder.resolve("groups.json"), """
                {"platform":{"enabled":true},
                 "globalValidation":{"requireAuthentication":true,"unauthenticatedClientAction":"Return401"},
                 "identityProviders":{"azureActiveDirectory":{"enabled":true,
                  "registration":{"clientId":"12345678-1234-4234-8234-123456789012",
                   "openIdIssuer":"https://login.microsoftonline.com/81061dfa-4cc7-3cff-bb58-89410eba01c7/v2.0"},
                  "validation":{
                   "jwtClaimChecks":{"allowedClientApplications":["c0ffee00-0002-4a00-8000-000000000002"]},
                   "defaultAuthorizationPolicy":{"allowedPrincipals":{"groups":["c0ffee00-0003-4a00-8000-000000000003"]}}}}}}
                """);

        String out = run("--file", file.toString(), "--easy-auth", easyAuth.toString(), "--json")
                .out();

        JsonNode rules = JSON.readTree(out).path("layers").get(1).path("rules");
        assertThat(rules.findValuesAsText("expected"))
                .contains("c0ffee00-0002-4a00-8000-000000000002", "c0ffee00-0003-4a00-8000-000000000003");
        assertThat(rules.findValuesAsText("reason")).contains("allowedApplications", "allowedGroups");
        assertThat(rules.findValuesAsText("fix")).anyMatch(fix -> fix.startsWith("Make the user a member"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "--token=%s", "--token %s"})
    void takesNoTokenAsAnArgumentAndDoesNotRepeatIt(String form) {
        Ran ran = run(String.format(form, token).split(" ", -1));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("standard input").doesNotContain("eyJ", signature());
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void saysOnOneLineWhatCannotBeRead() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " ");
        Path list = Files.writeString(folder.resolve("list"), "{}");

        Stream.of(
                        run("--file", "eyJhbGciOi.eyJhbGciOi.x"),
                        run("--file", empty.toString()),
                        run("--file", file.toString(), "--operation", "nothing"),
                        run("--file", file.toString(), "--settings", list.toString()),
                        run("--file", file.toString(), "--named-values", list.toString()),
                        run("--file", file.toString(), "--easy-auth", list.toString()),
                        run("--file", file.toString(), "--deployment", list.toString()))
                .forEach(ran -> {
                    assertThat(ran.code()).isEqualTo(2);
                    assertThat(ran.err().lines()).hasSize(1);
                    assertThat(ran.err()).doesNotContain("eyJ", "Exception");
                });
    }

    private String signature() {
        return token.substring(token.lastIndexOf('.') + 1).substring(0, 20);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GatehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] all = Stream.concat(Stream.of("doctor", "token"), Stream.of(arguments))
                .toArray(String[]::new);
        return new Ran(line.execute(all), out.toString(), err.toString());
    }
}
