package dev.gatehouse.doctor.explain;

import dev.gatehouse.doctor.token.TokenProfile;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.jwt.UnverifiedJwt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tokens, and files that another command reads. */
final class DocumentSignals {
    private static final int MOST_TOKENS = 3;
    private static final Anchored TOKEN = Anchored.of("\\beyJ[\\w-]{8,}+\\.eyJ[\\w-]{8,}+\\.[\\w-]*+", 0, "eyj");
    private static final Map<String, Anchored> DOCUMENTS = documents();

    static final List<Anchored> ALL =
            Stream.concat(Stream.of(TOKEN), DOCUMENTS.values().stream()).toList();

    /** A text that is nothing but a file: words in it are its content, not what happened. */
    static final Set<String> FILES =
            Set.of("policy", "policy-export", "settings", "easy-auth", "snapshot", "template", "terraform");

    private DocumentSignals() {}

    /** Whether the whole text is a file for another command. */
    static boolean isFile(String text, Signal signal) {
        boolean known = FILES.contains(signal.key().replace("document:", ""));
        String whole = text.strip();
        return known
                && (whole.startsWith("<") && whole.endsWith(">")
                        || signal.key().endsWith(":terraform") && signal.at() == 0
                        || GivenJson.container(whole).isPresent());
    }

    static List<Signal> in(String text, Map<String, List<Integer>> places) {
        List<Signal> found = new ArrayList<>();
        TOKEN.in(text, places).stream().limit(MOST_TOKENS).forEach(token -> {
            TokenProfile profile = TokenProfile.of(token.group(), UnverifiedJwt.of(token.group()));
            found.add(Signal.of(
                    "token",
                    token.start(),
                    Map.of(
                            "kind", profile.kind().code(),
                            "title", profile.kind().title(),
                            "version", profile.version(),
                            "audience", profile.audience(),
                            "cloud", profile.cloud())));
        });
        DOCUMENTS.forEach((kind, pattern) -> pattern.in(text, places).stream()
                .findFirst()
                .ifPresent(document -> found.add(Signal.of("document:" + kind, document.start()))));
        return found;
    }

    private static Map<String, Anchored> documents() {
        Map<String, Anchored> documents = new LinkedHashMap<>();
        documents.put("trace", Anchored.of("\"traceEntries\"\\s*:", 0, "\"traceentries\""));
        documents.put("local-trace", Anchored.of("\"traceId\"[^\\n]{0,80}\\s*\"steps\"\\s*:\\s*\\[", 0, "\"traceid\""));
        documents.put(
                "policy",
                Anchored.of(
                        "<policies>|<(?:validate-jwt|validate-azure-ad-token|authentication-managed-identity)\\b",
                        0,
                        "<policies>",
                        "<validate-",
                        "<authentication-managed-identity"));
        documents.put(
                "policy-export",
                Anchored.of(
                        "microsoft\\.apimanagement/service/[\\w/]{0,40}policies\"|Microsoft\\.ApiManagement/service/[\\w/]{0,40}policies\"",
                        0,
                        "microsoft.apimanagement/service/"));
        documents.put(
                "named-values",
                Anchored.of(
                        "Microsoft\\.ApiManagement/service/namedValues\"|\"secret\"\\s*:\\s*(?:true|false)",
                        0,
                        "microsoft.apimanagement/service/namedvalues",
                        "\"secret\""));
        documents.put(
                "settings",
                Anchored.of(
                        "\"name\"\\s*:\\s*\"(?:FUNCTIONS?_\\w+|AzureWebJobs\\w+|GATEHOUSE_\\w+|WEBSITE_\\w+)\"|\"IsEncrypted\"\\s*:",
                        0,
                        "\"name\"",
                        "\"isencrypted\""));
        documents.put(
                "easy-auth",
                Anchored.of(
                        "\"(?:unauthenticatedClientAction|azureActiveDirectory|globalValidation)\"\\s*:",
                        0,
                        "\"unauthenticatedclientaction\"",
                        "\"azureactivedirectory\"",
                        "\"globalvalidation\""));
        documents.put(
                "terraform",
                Anchored.of(
                        "^(?:resource|data|module) \"[\\w-]+\"(?: \"[\\w-]+\")? \\{",
                        0,
                        "resource \"",
                        "data \"",
                        "module \""));
        documents.put(
                "empty-clients",
                Anchored.of(
                        "(?:allowed_?client_?applications|allowedClientApplications|allowedApplications)\"?\\s*:\\s*\\[\\s*\\]",
                        0,
                        "allowed_client_applications",
                        "allowedclientapplications",
                        "allowedapplications"));
        documents.put("snapshot", Anchored.of("\"predictedResources\"\\s*:", 0, "\"predictedresources\""));
        documents.put(
                "template",
                Anchored.of(
                        "schema\\.management\\.azure\\.com/schemas/[\\w.-]+/deploymentTemplate\\.json",
                        0,
                        "schema.management.azure.com/schemas/"));
        return documents;
    }
}
