package dev.gatehouse.check.rules;

import static dev.gatehouse.check.rules.ExpectedValue.not;
import static dev.gatehouse.check.rules.ExpectedValue.orLeftOut;
import static dev.gatehouse.check.rules.ExpectedValue.stated;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whether Easy Auth protects the function app's own address. */
final class EasyAuthRules {
    private static final String VALIDATION = "globalValidation.";

    static final Rule EXCLUDED_PATHS = new Rule(
            "easy-auth-excludes-paths",
            "Every excluded path can be called without a token." + DocLinks.EASY_AUTH_FILE,
            "Exclude only the public operations, each by its full path.",
            EasyAuthRules::excludedPaths);

    static final List<Rule> ALL = List.of(
            new Rule(
                    "easy-auth-missing",
                    "The app can be called directly, past the gateway, with a function key, or without one where the function"
                            + " requires none." + DocLinks.EASY_AUTH,
                    "Deploy sites/config 'authsettingsV2' for the app.",
                    new EasyAuthPresent(false)),
            new Rule(
                    "service-tag-only",
                    "The service tag ApiManagement covers all customers' gateways: anyone can create one and call the app from it."
                            + DocLinks.RESTRICTIONS,
                    "Keep the restriction, and deploy 'authsettingsV2' for the app, so that the caller's identity is checked.",
                    new EasyAuthPresent(true)),
            new Rule(
                    "easy-auth-off",
                    "With the platform switched off none of these settings apply, and callers can send their own"
                            + " X-MS-CLIENT-PRINCIPAL headers." + DocLinks.EASY_AUTH_FILE,
                    "Set platform.enabled and the provider's enabled to true.",
                    each((easyAuth, notes) -> {
                        expect(easyAuth.at("platform.enabled"), stated("true"), notes);
                        expect(easyAuth.at("identityProviders.azureActiveDirectory.enabled"), not("false"), notes);
                    })),
            new Rule(
                    "easy-auth-allows-anonymous",
                    "Calls without a token reach the function." + DocLinks.EASY_AUTH_FILE,
                    "Set requireAuthentication to true and unauthenticatedClientAction to Return401.",
                    (deployed, notes) -> {
                        AuthSettingsV2.all(deployed).forEach(easyAuth -> {
                            expect(easyAuth.at(VALIDATION + "requireAuthentication"), stated("true"), notes);
                            expect(
                                    easyAuth.at(VALIDATION + "unauthenticatedClientAction"),
                                    not("AllowAnonymous"),
                                    notes);
                        });
                        AuthSettingsV2.ofFirstVersion(deployed)
                                .forEach(settings -> expect(
                                        settings.at("properties.unauthenticatedClientAction"),
                                        not("AllowAnonymous"),
                                        notes));
                    }),
            new Rule(
                    "easy-auth-does-not-answer-401",
                    "A client without a token is redirected (302) to a sign-in page and reads its HTML as the response; this is"
                            + " the default." + DocLinks.EASY_AUTH_FILE,
                    "Set unauthenticatedClientAction to Return401.",
                    each((easyAuth, notes) -> expect(
                            easyAuth.at(VALIDATION + "unauthenticatedClientAction"),
                            stated("Return401", "Return403", "AllowAnonymous"),
                            notes))),
            EXCLUDED_PATHS,
            new Rule(
                    "easy-auth-admits-whole-tenant",
                    "Any application of the tenant can get a token for the API and is accepted." + DocLinks.EASY_AUTH,
                    "List the callers' client ids in defaultAuthorizationPolicy.allowedApplications, or their object ids"
                            + " in allowedPrincipals.identities.",
                    each(EasyAuthRules::callers)),
            new Rule(
                    "easy-auth-without-client-id",
                    "Without the API's client id, tokens are not checked for the API's own audience."
                            + DocLinks.EASY_AUTH,
                    "Set registration.clientId to the API's client id.",
                    each((easyAuth, notes) -> {
                        if (easyAuth.clientId().isEmpty()) {
                            notes.found(easyAuth.clientId().place(), "clientId is not set");
                        }
                    })),
            new Rule(
                    "easy-auth-keeps-tokens",
                    "The token store keeps tokens on the app's disk; an API that receives a token with each call does not"
                            + " need it." + DocLinks.EASY_AUTH_FILE,
                    "Set login.tokenStore.enabled to false.",
                    each((easyAuth, notes) ->
                            expect(easyAuth.at("login.tokenStore.enabled"), orLeftOut("false"), notes))));

    private EasyAuthRules() {}

    private interface Look {
        void at(AuthSettingsV2 easyAuth, FindingCollector notes);
    }

    private static Rule.Inspection each(Look look) {
        return (deployed, notes) -> AuthSettingsV2.all(deployed).forEach(easyAuth -> look.at(easyAuth, notes));
    }

    private static void expect(ResourceValue value, ExpectedValue expected, FindingCollector notes) {
        if (!notes.undecided(value) && !expected.holds(value)) {
            PolicyText written = PolicyText.of(value);
            notes.found(value.place(), value.isAbsent() ? written.subject() + " is not set" : written.shown());
        }
    }

    private static void excludedPaths(DeployedFile deployed, FindingCollector notes) {
        Set<String> open = deployed.project().map(Project::openPaths).orElse(Set.of());
        Consumer<ResourceValue> check = path -> {
            String text = path.text().marked();
            boolean wide = text.contains("*") || text.matches("/?(api/?)?");
            if (!notes.undecided(path) && (wide || (deployed.contract().isPresent() && !open.contains(text)))) {
                notes.found(
                        path.place(),
                        "'" + FindingCollector.shown(text) + "' can be called without a token"
                                + (wide ? "" : ", the contract's public paths are " + open));
            }
        };
        AuthSettingsV2.all(deployed)
                .flatMap(easyAuth -> easyAuth.excludedPaths().elements().stream())
                .forEach(check);
    }

    private static void callers(AuthSettingsV2 easyAuth, FindingCollector notes) {
        List<ResourceValue> lists = Stream.of(
                        easyAuth.allowedApplications(),
                        easyAuth.allowedIdentities(),
                        easyAuth.allowedGroups(),
                        easyAuth.at(
                                "identityProviders.azureActiveDirectory.validation.jwtClaimChecks.allowedClientApplications"))
                .filter(list -> !list.isEmpty())
                .toList();
        if (lists.isEmpty()) {
            notes.found(easyAuth.allowedApplications().place(), "neither applications nor identities are listed");
        } else if (lists.stream().allMatch(list -> list.unknown().isPresent())) {
            lists.forEach(notes::undecided);
        }
    }
}
