package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether all layers expect the same token version. */
final class VersionRules {
    private static final Pattern SECOND = Pattern.compile("(.*/)?v2\\.0(/.*)?");

    /** The comparison with the contract only. */
    static final Rule OF_CONTRACT = mismatch(ContractVersions::compare);

    static final List<Rule> ALL = List.of(
            mismatch((deployed, notes) -> {
                ContractVersions.compare(deployed, notes);
                amongEachOther(deployed, notes);
            }),
            new Rule(
                    "client-claim-of-the-other-version",
                    "Version 1 tokens name their client in appid, version 2 tokens in azp: the required claim"
                            + " is never present." + DocLinks.TOKENS,
                    "Require azp where the metadata has /v2.0, else appid.",
                    EachPolicy.element("validate-jwt", VersionRules::clientClaim)));

    private VersionRules() {}

    private static Rule mismatch(Rule.Inspection check) {
        return new Rule(
                "token-version-mismatch",
                "Only the registration decides the version of its tokens: 1 unless it requests 2. A check for"
                        + " the other version rejects all of them." + DocLinks.TOKENS,
                "Set api.requestedAccessTokenVersion to 2, and use issuers and metadata with /v2.0.",
                check);
    }

    private static void amongEachOther(DeployedFile deployed, FindingCollector notes) {
        Issued issued = Issued.of(deployed);
        AuthSettingsV2.all(deployed)
                .filter(easyAuth -> !easyAuth.issuer().isAbsent())
                .forEach(easyAuth -> {
                    PartialText issuer = easyAuth.issuer().text();
                    Location place = easyAuth.issuer().place();
                    issued.compare(place, version(issuer.suffix()), "Easy Auth's issuer is of version ", notes);
                });
        deployed.policies().forEach(policy -> policy.xml().all("validate-jwt").forEach(validation -> {
            Set<Integer> versions = versions(policy, validation);
            if (versions.size() == 1) {
                issued.compare(policy.at(validation), versions.iterator().next(), "the metadata is of version ", notes);
            }
        }));
    }

    private static void clientClaim(PolicyDocument policy, XmlElement validation, FindingCollector notes) {
        Set<Integer> versions = accepted(policy, validation);
        String wrong = versions.equals(Set.of(1)) ? "azp" : versions.equals(Set.of(2)) ? "appid" : "";
        validation.below("required-claims", "claim").stream()
                .filter(claim -> claim.attribute("name").filter(wrong::equals).isPresent())
                .forEach(claim -> notes.found(
                        policy.at(claim),
                        "<claim name=\"" + wrong + "\"> for tokens of version "
                                + versions.iterator().next()));
    }

    /** The versions of the tokens that are accepted: those of the issuers where they are listed, else of the metadata. */
    static Set<Integer> accepted(PolicyDocument policy, XmlElement validation) {
        Set<Integer> listed = validation.below("issuers", "issuer").stream()
                .map((XmlElement issuer) -> PolicyText.of(policy, issuer))
                .flatMap(issuer -> EntraUrl.completed(issuer.text()).stream())
                .filter(issuer -> EntraUrl.fault(issuer).isEmpty())
                .map(issuer -> EntraUrl.of(issuer).version())
                .filter(version -> version > 0)
                .collect(Collectors.toSet());
        boolean all = listed.size() > 0 || validation.below("issuers", "issuer").isEmpty();
        return all && listed.isEmpty() ? versions(policy, validation) : listed;
    }

    /** The versions that the metadata of Entra's workforce tenants is of. */
    private static Set<Integer> versions(PolicyDocument policy, XmlElement validation) {
        return IssuerRules.metadata(policy, validation)
                .flatMap(url -> EntraUrl.completed(url.text()).stream())
                .filter(url -> EntraUrl.fault(url).isEmpty())
                .map(url -> EntraUrl.of(url).version())
                .filter(version -> version > 0)
                .collect(Collectors.toSet());
    }

    /** By the end of an issuer, as its beginning may depend on the cloud. */
    private static int version(String suffix) {
        return SECOND.matcher(suffix).matches() ? 2 : 1;
    }

    /** The versions of the tokens that are issued for the APIs of a deployment. */
    private record Issued(List<Registration> apis, Set<Integer> versions) {
        static Issued of(DeployedFile deployed) {
            List<Registration> apis = Registration.apis(deployed).toList();
            return new Issued(
                    apis, apis.stream().map(Registration::tokenVersion).collect(Collectors.toSet()));
        }

        void compare(Location place, int expected, String subject, FindingCollector notes) {
            boolean unknown = apis.stream()
                    .anyMatch(api -> api.requestedVersion().unknown().isPresent());
            if (apis.isEmpty()) {
                notes.undecided(place, "no registration of an API is in this file");
            } else if (unknown || versions.size() > 1) {
                notes.undecided(place, "the registrations' token versions are not known, or differ");
            } else if (!versions.contains(expected)) {
                notes.found(
                        place,
                        subject + expected + ", the tokens are of version "
                                + versions.iterator().next());
            }
        }
    }
}
