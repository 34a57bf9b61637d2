package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.regex.Pattern;

/** Whether callers' certificates are verified where they prove who calls. */
final class CertificateRules {
    private static final String CHECK = "validate-client-certificate";
    private static final List<String> CHECKS = List.of("validate-trust", "validate-not-before", "validate-not-after");

    /** Anyone can make a certificate with any subject, and any issuer's name; not one of a given thumbprint or key. */
    private static final Pattern VERIFIED = Pattern.compile(
            "\\b(Verify(NoRevocation)?|Thumbprint|GetCertHash\\w*|GetPublicKey\\w*|PublicKey|RawData)\\b");

    private static final Pattern READ = Pattern.compile("Request\\s*\\.\\s*Certificate\\b");

    static final List<Rule> ALL = List.of(new Rule(
            "client-certificate-not-validated",
            "Anyone can make a certificate with any name." + DocLinks.CLIENT_CERTIFICATE,
            "Use validate-client-certificate with its checks on, which is the default, or Verify() and a thumbprint.",
            new EachPolicy((policy, notes) -> {
                for (String check : CHECKS) {
                    PolicyText.attributes(policy, CHECK, check)
                            .forEach(value -> value.noteWhen("false"::equalsIgnoreCase, notes));
                }
                PolicyText.attributes(policy, CHECK, "ignore-error")
                        .forEach(value -> value.noteWhen("true"::equalsIgnoreCase, notes));
                byHand(policy, notes);
            })));

    private CertificateRules() {}

    /** A condition that looks at the certificate's presence or names, in a document that verifies it nowhere. */
    private static void byHand(PolicyDocument policy, FindingCollector notes) {
        boolean verified = !policy.xml().all(CHECK).isEmpty()
                || policy.xml().all("include-fragment").size() > 0
                || VERIFIED.matcher(policy.text()).find();
        policy.xml().all("when").stream()
                .filter(when -> !verified && isRefusal(when))
                .filter(when ->
                        when.attribute("condition").filter(READ.asPredicate()).isPresent())
                .findFirst()
                .ifPresent(when -> notes.found(policy.at(when), "the client's certificate is not verified"));
    }

    private static boolean isRefusal(XmlElement when) {
        return !when.all("return-response").isEmpty();
    }
}
