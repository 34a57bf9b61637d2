package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names of policies (https://learn.microsoft.com/azure/api-management/api-management-policies). */
final class PolicyNames {
    private static final Set<String> BLOCKS = Set.of(
            "choose",
            "when",
            "otherwise",
            "retry",
            "wait",
            "limit-concurrency",
            "inbound",
            "backend",
            "outbound",
            "on-error",
            "fragment");

    private static final Set<String> SECTIONS = Set.of("inbound", "backend", "outbound", "on-error");

    private static final Set<String> KNOWN = Set.copyOf(List.of(
            ("base include-fragment choose when otherwise retry wait limit-concurrency return-response mock-response"
                            + " set-variable set-header set-query-parameter set-body set-method set-status set-url rewrite-uri"
                            + " set-backend-service forward-request proxy send-request send-one-way-request trace"
                            + " emit-metric log-to-eventhub publish-to-dapr send-service-bus-message invoke-dapr-binding invoke-request"
                            + " check-header get-authorization-context ip-filter validate-azure-ad-token validate-client-certificate"
                            + " validate-jwt validate-content validate-headers validate-parameters validate-status-code"
                            + " validate-graphql-request validate-odata-request authentication-basic authentication-certificate"
                            + " authentication-managed-identity rate-limit rate-limit-by-key quota quota-by-key cache-lookup"
                            + " cache-lookup-value cache-store cache-store-value cache-remove-value cors cross-domain jsonp"
                            + " json-to-xml xml-to-json xsl-transform find-and-replace redirect-content-urls sql-data-source"
                            + " cosmosdb-data-source http-data-source publish-event azure-openai-token-limit llm-token-limit"
                            + " azure-openai-emit-token-metric llm-emit-token-metric azure-openai-semantic-cache-lookup"
                            + " azure-openai-semantic-cache-store llm-semantic-cache-lookup llm-semantic-cache-store"
                            + " llm-content-safety set-graphql-resolver")
                    .split(" ")));

    /** What the policies that check tokens contain. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "validate-jwt",
            Set.of(
                    "openid-config",
                    "issuer-signing-keys",
                    "decryption-keys",
                    "audiences",
                    "issuers",
                    "required-claims"),
            "validate-azure-ad-token",
            Set.of(
                    "client-application-ids",
                    "backend-application-ids",
                    "audiences",
                    "required-claims",
                    "decryption-keys"));

    /** Those that API Management takes in inbound, and in no other section. */
    private static final Set<String> INBOUND = Set.of(
            "validate-jwt",
            "validate-azure-ad-token",
            "validate-client-certificate",
            "cors",
            "ip-filter",
            "check-header",
            "rate-limit",
            "quota",
            "authentication-basic",
            "authentication-certificate");

    private PolicyNames() {}

    /** Policies in a section that does not take them. */
    static Stream<XmlElement> misplaced(PolicyDocument policy) {
        return SECTIONS.stream()
                .filter(section -> !section.equals("inbound"))
                .flatMap(policy::section)
                .flatMap(PolicyNames::statements)
                .filter(each -> INBOUND.contains(each.name()));
    }

    /** Without those of calls of their own. */
    private static Stream<XmlElement> statements(XmlElement statement) {
        return BLOCKS.contains(statement.name())
                ? statement.children().stream().flatMap(PolicyNames::statements)
                : Stream.of(statement);
    }

    /** Statements that are no policies, in the order of the document. */
    static Stream<XmlElement> unknown(PolicyDocument policy) {
        return policy.xml().faults().isEmpty()
                ? policy.xml().roots().stream().flatMap(PolicyNames::sections).flatMap(PolicyNames::in)
                : Stream.of();
    }

    private static Stream<XmlElement> sections(XmlElement root) {
        if (root.is("policies")) {
            return root.children().stream().filter(each -> SECTIONS.contains(each.name()));
        }
        return root.is("fragment") ? Stream.of(root) : Stream.of();
    }

    private static Stream<XmlElement> in(XmlElement block) {
        return block.children().stream()
                .flatMap(each -> BLOCKS.contains(each.name())
                        ? in(each)
                        : KNOWN.contains(each.name()) ? foreignParts(each) : Stream.of(each));
    }

    private static Stream<XmlElement> foreignParts(XmlElement policy) {
        Set<String> parts = PARTS.get(policy.name());
        return parts == null ? Stream.of() : policy.children().stream().filter(part -> !parts.contains(part.name()));
    }
}
