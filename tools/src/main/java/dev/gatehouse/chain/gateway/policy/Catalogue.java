package dev.gatehouse.chain.gateway.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** All supported policies; any other policy in a document prevents the start. */
final class Catalogue {
    /** {@code base}: the policies of the next broader scope in this section. */
    private static final PolicyKind BASE =
            new PolicyKind("base", EnumSet.allOf(Section.class), Shape.empty(), (element, compilation) -> compilation
                    .broader()
                    .orElseThrow(() -> compilation.refused(element, "has no effect: there is no broader scope"))
                    .section(compilation.section()));

    static final List<PolicyKind> ALL = List.of(
            AuthenticationManagedIdentity.KIND,
            BASE,
            Choose.KIND,
            Cors.KIND,
            ForwardRequest.KIND,
            RateLimit.KIND,
            RateLimitByKey.KIND,
            ReturnResponse.KIND,
            SetBackendService.KIND,
            SetBody.KIND,
            SetHeader.KIND,
            SetQueryParameter.KIND,
            SetStatus.KIND,
            SetVariable.KIND,
            ValidateAzureAdToken.KIND,
            ValidateJwt.KIND,
            WriteTrace.KIND);

    private Catalogue() {}

    static Optional<PolicyKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
