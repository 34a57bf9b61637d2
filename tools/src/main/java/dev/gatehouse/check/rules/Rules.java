package dev.gatehouse.check.rules;

import dev.gatehouse.check.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, from the token inwards. */
public final class Rules {
    private static final List<Rule> ALL = Stream.of(
                    PolicyTextRules.ALL,
                    TokenRules.ALL,
                    IssuerRules.ALL,
                    TrustRules.ALL,
                    PreAuthenticationRules.ALL,
                    RefusalRules.ALL,
                    VersionRules.ALL,
                    IdRules.ALL,
                    PolicyConductRules.ALL,
                    GatewayRules.ALL,
                    BackendRules.ALL,
                    DiagnosticRules.ALL,
                    EasyAuthRules.ALL,
                    AssignmentRules.ALL,
                    RegistrationRules.ALL,
                    SecretRules.ALL,
                    HostingRules.ALL,
                    StorageRules.ALL,
                    OnwardRules.ALL,
                    ContractRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
