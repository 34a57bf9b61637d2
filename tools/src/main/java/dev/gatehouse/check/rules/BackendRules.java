package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The connection from the gateway to the function. */
final class BackendRules {
    private static final Set<String> CREDENTIAL_HEADERS = Set.of("authorization", "x-functions-key");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "backend-over-http",
                    "Tokens and keys are sent from the gateway to the function unencrypted."
                            + DocLinks.GATEWAY_BASELINE,
                    "Use an https:// address.",
                    BackendRules::http),
            new Rule(
                    "backend-certificate-not-validated",
                    "An attacker between the gateway and the function can impersonate it and receive tokens and keys."
                            + DocLinks.BACKENDS,
                    "Set tls.validateCertificateChain and validateCertificateName to true.",
                    Property.all(
                            new Property(
                                    ResourceTypes.BACKEND,
                                    "properties.tls.validateCertificateChain",
                                    ExpectedValue.not("false")),
                            new Property(
                                    ResourceTypes.BACKEND,
                                    "properties.tls.validateCertificateName",
                                    ExpectedValue.not("false")))),
            new Rule(
                    "backend-chosen-by-caller",
                    "The caller decides where the gateway sends tokens and keys, and which internal addresses it calls."
                            + DocLinks.BACKENDS,
                    "Name a backend by its id, or use a fixed address.",
                    new EachPolicy((policy, notes) -> chosenByCaller(VariableTrace.in(policy))
                            .forEach(each -> notes.found(policy.at(each), "the address is taken from the request")))),
            new Rule(
                    "backend-unauthenticated",
                    "The function cannot distinguish the gateway from other callers." + DocLinks.GATEWAY_BASELINE,
                    "Give the backend credentials from a Key Vault named value, or use authentication-managed-identity.",
                    BackendRules::credentials));

    private BackendRules() {}

    private static void http(DeployedFile deployed, FindingCollector notes) {
        Stream<ResourceValue> addresses = Stream.concat(
                deployed.all(ResourceTypes.BACKEND)
                        .filter(backend -> !isPool(backend)) // its address is not used
                        .map(backend -> backend.at("properties.url")),
                deployed.all(ResourceTypes.API).map(api -> api.at("properties.serviceUrl")));
        addresses.filter(address -> !address.isAbsent()).forEach(address -> {
            if (address.text().prefix().isEmpty()) {
                notes.undecided(address);
            } else if (isHttp(address.text().prefix())) {
                notes.found(address.place(), PolicyText.of(address).shown());
            }
        });
        new EachPolicy((policy, inner) -> PolicyText.attributes(policy, "set-backend-service", "base-url")
                        .forEach(url -> {
                            if (url.text().prefix().isEmpty()) {
                                inner.undecided(url.place(), url.shown());
                            } else if (isHttp(url.text().prefix())) {
                                inner.found(url.place(), url.shown());
                            }
                        }))
                .of(deployed, notes);
    }

    /** The identity's token, sent to such an address, is another mistake. */
    private static Stream<XmlElement> chosenByCaller(PolicyDocument policy) {
        Stream<XmlElement> backends = policy.xml().all("set-backend-service").stream()
                .filter(each -> each.attribute("base-url")
                        .filter(url -> new CallTarget(url).isChosenByCaller())
                        .isPresent());
        Stream<XmlElement> calls = CallRules.calls(policy)
                .filter(call -> call.children("authentication-managed-identity").isEmpty())
                .filter(call -> CallRules.target(call).isChosenByCaller());
        return Stream.concat(backends, calls);
    }

    private static boolean isPool(DeployedResource backend) {
        return backend.at("properties.type").text().marked().equalsIgnoreCase("Pool")
                || !backend.at("properties.pool").isAbsent();
    }

    private static boolean isHttp(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private static void credentials(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.BACKEND).forEach(backend -> {
            ResourceValue credentials = backend.at("properties.credentials");
            List<PolicyDocument> adding = leadingTo(backend, deployed).stream()
                    .filter(policy -> policy.xml().all().anyMatch(BackendRules::authenticates))
                    .toList();
            if (isPool(backend) // its members have the credentials
                    || notes.undecided(credentials)
                    || credentials.texts().findAny().isPresent()) {
                return;
            }
            if (adding.isEmpty()) {
                notes.found(credentials.place(), "the backend has no credentials, and no policy adds any");
            } else if (adding.stream().allMatch(policy -> policy.condition().isPresent())) {
                notes.undecided(credentials.place(), "the policy that adds credentials is deployed on a condition");
            }
        });
    }

    /** The policies that name a backend, with those of broader or narrower scopes; all where no policy names it. */
    private static List<PolicyDocument> leadingTo(DeployedResource backend, DeployedFile deployed) {
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

    private static boolean authenticates(XmlElement element) {
        return element.name().startsWith("authentication-")
                || (element.is("set-header")
                        && CREDENTIAL_HEADERS.contains(
                                element.attribute("name").orElse("").toLowerCase(Locale.ROOT))
                        && !element.children("value").isEmpty());
    }
}
