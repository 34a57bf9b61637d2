package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.jwt.UnverifiedJwt;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tokens that no API of this tenant can accept, by who issued them and for whom. */
final class TokenOrigin {
    private static final String GRAPH = "Microsoft Graph";

    /** Microsoft services whose tokens are often sent to an API by mistake, by audience without a slash at the end. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("00000003-0000-0000-c000-000000000000", GRAPH),
            Map.entry("00000002-0000-0000-c000-000000000000", "Azure AD Graph"),
            Map.entry("https://graph.windows.net", "Azure AD Graph"),
            Map.entry("797f4846-ba00-4fd7-ba43-dac1f8f63013", "Azure Resource Manager"),
            Map.entry("https://management.azure.com", "Azure Resource Manager"),
            Map.entry("https://management.core.windows.net", "Azure Resource Manager"),
            Map.entry("https://management.usgovcloudapi.net", "Azure Resource Manager"),
            Map.entry("https://management.chinacloudapi.cn", "Azure Resource Manager"),
            Map.entry("https://vault.azure.net", "Azure Key Vault"),
            Map.entry("cfa8b339-82a2-471a-a3c9-0fc0be7a4093", "Azure Key Vault"),
            Map.entry("https://storage.azure.com", "Azure Storage"),
            Map.entry("https://database.windows.net", "Azure SQL"),
            Map.entry("https://servicebus.azure.net", "Azure Service Bus"),
            Map.entry("https://cognitiveservices.azure.com", "Azure AI services"),
            Map.entry("https://api.applicationinsights.io", "Application Insights"),
            Map.entry("https://api.loganalytics.io", "Log Analytics"),
            Map.entry("499b84ac-1321-427f-aa17-267ca6975798", "Azure DevOps"),
            Map.entry("https://api.azureml.ms", "Azure Machine Learning"));

    private static final Pattern GRAPH_HOST =
            Pattern.compile("https://(graph|dod-graph|microsoftgraph)\\.(microsoft\\.(com|us)|chinacloudapi\\.cn)/?");

    private static final Pattern B2C_FLOW = Pattern.compile("(?i)b2c_1a?_.*");
    private static final Pattern PLATFORM =
            Pattern.compile("https://[^/]+\\.azurewebsites\\.(net|us)(/.*)?|.*\\.scm\\..*");

    private static final Set<String> ENTRA = Stream.concat(
                    Arrays.stream(Cloud.values()).flatMap(cloud -> Stream.of(cloud.loginHost(), cloud.stsHost())),
                    Stream.of("login.windows.net", "login.microsoft.com"))
            .collect(Collectors.toUnmodifiableSet());

    private TokenOrigin() {}

    /** The Microsoft service that an audience names. */
    static Optional<String> service(String audience) {
        if (GRAPH_HOST.matcher(audience).matches()) {
            return Optional.of(GRAPH);
        }
        return Optional.ofNullable(
                SERVICES.get(audience.toLowerCase(Locale.ROOT).replaceFirst("/+$", "")));
    }

    static Optional<TokenKind> ofAudience(String audience) {
        return service(audience).map(name -> name.equals(GRAPH) ? TokenKind.GRAPH : TokenKind.AZURE_SERVICE);
    }

    /** Empty for a token that may be for an API of a tenant of Entra. */
    static Optional<TokenKind> kind(UnverifiedJwt token) {
        Optional<TokenKind> service = token.text("aud").flatMap(TokenOrigin::ofAudience);
        if (service.isPresent()) {
            return service;
        }
        String issuer = token.text("iss").orElse("");
        if (isSymmetric(token)) {
            return Optional.of(
                    PLATFORM.matcher(issuer).matches()
                                    || token.text("aud")
                                            .filter(aud -> PLATFORM.matcher(aud).matches())
                                            .isPresent()
                            ? TokenKind.PLATFORM
                            : TokenKind.OTHER_ISSUER);
        }
        String host = host(issuer);
        if (host.endsWith(".b2clogin.com") || isOfUserFlow(token)) {
            return Optional.of(TokenKind.B2C);
        }
        if (host.endsWith(".ciamlogin.com")) {
            return Optional.of(TokenKind.EXTERNAL_ID);
        }
        return host.isEmpty() || ENTRA.contains(host) ? Optional.empty() : Optional.of(TokenKind.OTHER_ISSUER);
    }

    private static boolean isSymmetric(UnverifiedJwt token) {
        return token.header().get("alg") instanceof String algorithm && algorithm.startsWith("HS");
    }

    /** B2C names its user flow in {@code tfp} or {@code acr}. */
    private static boolean isOfUserFlow(UnverifiedJwt token) {
        return Stream.of("tfp", "acr")
                .flatMap(claim -> token.text(claim).stream())
                .anyMatch(flow -> B2C_FLOW.matcher(flow).matches());
    }

    private static String host(String issuer) {
        try {
            return issuer.startsWith("https://")
                    ? Optional.ofNullable(URI.create(issuer).getHost())
                            .orElse("")
                            .toLowerCase(Locale.ROOT)
                    : "";
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
