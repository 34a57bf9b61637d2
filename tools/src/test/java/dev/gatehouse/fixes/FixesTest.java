package dev.gatehouse.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.token.TokenReason;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.token.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixesTest {

    @Test
    void thereIsOneForEachReasonOfTheGuardAndNoOther() {
        assertThat(Fixes.ofGuard())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    /** Behind the guard's come the problems of the sample, which TroubleshootingTest holds. */
    @Test
    void theGuideHasTheSameHeadingsAndNoOther() throws IOException {
        String guards = guide().substring(0, guide().indexOf("\n## Responses of the functions\n"));

        assertThat(Pattern.compile("^### ([a-z].*)$", Pattern.MULTILINE)
                        .matcher(guards)
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactlyInAnyOrderElementsOf(Fixes.ofGuard());
    }

    /** The names that a fix and its heading have in common: settings, properties, headers. */
    @ParameterizedTest
    @EnumSource
    void whatAFixNamesIsInTheGuide(Reason reason) throws IOException {
        String section = guide().substring(guide().indexOf("\n### " + reason.code() + "\n"))
                .split("\n##", 3)[1];
        String fix = Fixes.of(Layer.GUARD, reason.code()).orElseThrow().text();

        Pattern.compile("GATEHOUSE_\\w+|X-Gatehouse-[\\w-]+|api\\.\\w+|appRoleAssignedTo|tokenVersions|<[^>]+>")
                .matcher(fix)
                .results()
                .forEach(name -> assertThat(section).contains(name.group()));
    }

    @ParameterizedTest
    @EnumSource
    void thereIsOneForEachReasonOfTheGatewaysPoliciesForTokens(TokenReason reason) {
        assertThat(Fixes.of(Layer.GATEWAY, reason.title())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims",
                "issuer",
                "audience",
                "lifetime",
                "allowedApplications",
                "allowedPrincipals",
                "no-token"
            })
    void thereIsOneForEachReasonOfEasyAuth(String reason) {
        assertThat(Fixes.of(Layer.EASY_AUTH, reason)).isPresent();
    }

    @Test
    void aLayersOwnComesBeforeTheGuards() {
        assertThat(Fixes.of(Layer.GATEWAY, "client-not-allowed").orElseThrow().text())
                .contains("allowed-clients");
        assertThat(Fixes.of(Layer.EASY_AUTH, "allowedApplications")
                        .orElseThrow()
                        .text())
                .contains("allowedApplications of the site");
        assertThat(Fixes.of(Layer.GUARD, "client-not-allowed").orElseThrow().text())
                .contains("GATEHOUSE_ALLOWED_CLIENTS");
        assertThat(Fixes.of(Layer.GATEWAY, "unheard-of")).isEmpty();
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/troubleshooting.md"));
    }
}
