package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;
import dev.gatehouse.check.xml.Element;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How API Management is set up. */
final class GatewayRules {
    static final String SERVICE = "Microsoft.ApiManagement/service";
    static final String API = SERVICE + "/apis";

    private static final String BACKEND = SERVICE + "/backends";
    private static final String SUBSCRIPTION = SERVICE + "/subscriptions";
    private static final Set<String> CREDENTIAL_HEADERS = Set.of("authorization", "x-functions-key");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "token-not-validated",
                    "A subscription key says which product is used, not who calls; policies of a product are not run for"
                            + " every subscription." + Pages.SUBSCRIPTIONS,
                    "Put validate-azure-ad-token into <inbound> of the API's policy.",
                    new TokenCheckPresent(true)),
            new Rule(
                    "api-open-to-everybody",
                    "Nobody is asked for anything: neither a token nor a key." + Pages.SUBSCRIPTIONS,
                    "Put validate-azure-ad-token into <inbound> of the API's policy, and require a subscription.",
                    new TokenCheckPresent(false)),
            new Rule(
                    "api-over-http",
                    "Tokens and keys can travel to the gateway in clear." + Pages.GATEWAY_BASELINE,
                    "Set protocols to ['https'].",
                    (deployed, notes) -> deployed.all(API)
                            .flatMap(api -> api.at("properties.protocols").elements().stream())
                            .filter(protocol -> !notes.undecided(protocol))
                            .filter(protocol -> Set.of("http", "ws")
                                    .contains(protocol.text().marked()))
                            .forEach(protocol -> notes.found(
                                    protocol.place(),
                                    "protocols has " + protocol.text().marked()))),
            new Rule(
                    "backend-over-http",
                    "Tokens and keys travel from the gateway to the function in clear." + Pages.GATEWAY_BASELINE,
                    "Write an https:// address.",
                    GatewayRules::http),
            new Rule(
                    "backend-certificate-not-validated",
                    "Anybody between the gateway and the function can pass for the function, and gets its tokens and keys."
                            + Pages.BACKENDS,
                    "Set tls.validateCertificateChain and validateCertificateName to true.",
                    Property.all(
                            new Property(BACKEND, "properties.tls.validateCertificateChain", Expected.not("false")),
                            new Property(BACKEND, "properties.tls.validateCertificateName", Expected.not("false")))),
            new Rule(
                    "backend-unauthenticated",
                    "The function cannot tell the gateway from anybody else." + Pages.GATEWAY_BASELINE,
                    "Give the backend credentials from a Key Vault named value, or use authentication-managed-identity.",
                    GatewayRules::credentials),
            new Rule(
                    "subscription-for-all-apis",
                    "Its key opens every API, also those still to come, and skips the policies of products."
                            + Pages.SUBSCRIPTIONS,
                    "Scope the subscription to a product or to one API.",
                    (deployed, notes) -> deployed.all(SUBSCRIPTION)
                            .map(subscription -> subscription.at("properties.scope"))
                            .filter(scope -> scope.text().suffix().matches("(?i)(.*/)?apis/?")
                                    || scope.text()
                                            .suffix()
                                            .matches("(?i).*/providers/Microsoft.ApiManagement/service/[^/]+/?"))
                            .forEach(scope -> notes.found(scope.place(), "scope is " + shortened(scope)))),
            new Rule(
                    "tracing-allowed",
                    "Who holds the key can have calls traced; traces hold tokens, keys and secret named values."
                            + Pages.TRACING,
                    "Remove allowTracing; ask for debug credentials when they are needed.",
                    new Property(SUBSCRIPTION, "properties.allowTracing", Expected.orLeftOut("false"))),
            new Rule(
                    "direct-management-api",
                    "It goes past Azure's sign-in, roles and logs with a key of its own." + Pages.GATEWAY_BASELINE,
                    "Set enabled of tenant 'access' to false.",
                    (deployed, notes) -> deployed.all(SERVICE + "/tenant")
                            .map(tenant -> tenant.at("properties.enabled"))
                            .filter(enabled ->
                                    !notes.undecided(enabled) && enabled.node().asBoolean())
                            .forEach(enabled -> notes.found(enabled.place(), "direct access is enabled"))));

    private GatewayRules() {}

    private static void http(Deployed deployed, Notes notes) {
        Stream<Value> addresses = Stream.concat(
                deployed.all(BACKEND).map(backend -> backend.at("properties.url")),
                deployed.all(API).map(api -> api.at("properties.serviceUrl")));
        addresses.filter(address -> !address.isAbsent()).forEach(address -> {
            if (address.text().prefix().isEmpty()) {
                notes.undecided(address);
            } else if (isHttp(address.text().prefix())) {
                notes.found(address.place(), Written.of(address).shown());
            }
        });
        new EachPolicy((policy, inner) -> Written.attributes(policy, "set-backend-service", "base-url")
                        .filter(url -> isHttp(url.text().prefix()))
                        .forEach(url -> inner.found(url.place(), url.shown())))
                .of(deployed, notes);
    }

    private static boolean isHttp(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private static void credentials(Deployed deployed, Notes notes) {
        deployed.all(BACKEND).forEach(backend -> {
            Value credentials = backend.at("properties.credentials");
            List<PolicyDocument> adding = leadingTo(backend, deployed).stream()
                    .filter(policy -> policy.xml().all().anyMatch(GatewayRules::authenticates))
                    .toList();
            if (notes.undecided(credentials) || credentials.texts().findAny().isPresent()) {
                return;
            }
            if (adding.isEmpty()) {
                notes.found(credentials.place(), "the backend has no credentials, and no policy adds any");
            } else if (adding.stream().allMatch(policy -> policy.condition().isPresent())) {
                notes.undecided(credentials.place(), "the policy that adds credentials is deployed on a condition");
            }
        });
    }

    /** The policies that name a backend, and what broader or narrower scopes add; all where none names it. */
    private static List<PolicyDocument> leadingTo(Resource backend, Deployed deployed) {
        List<PolicyDocument> all = deployed.policies();
        List<PolicyDocument> naming = all.stream()
                .filter(policy -> policy.xml().all("set-backend-service").stream()
                        .anyMatch(each -> each.attribute("backend-id")
                                .filter(backend.ownName()::equals)
                                .isPresent()))
                .toList();
        return naming.isEmpty()
                ? all
                : all.stream()
                        .filter(policy -> naming.stream().anyMatch(each -> each.isOnTheWayOf(policy)))
                        .toList();
    }

    private static boolean authenticates(Element element) {
        return element.tag().name().startsWith("authentication-")
                || (element.is("set-header")
                        && CREDENTIAL_HEADERS.contains(
                                element.attribute("name").orElse("").toLowerCase(Locale.ROOT))
                        && !element.children("value").isEmpty());
    }

    private static String shortened(Value scope) {
        String text = scope.text().shown();
        return "'..." + text.substring(Math.max(0, text.lastIndexOf("/service"))) + "'";
    }
}
