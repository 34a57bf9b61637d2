package dev.gatehouse.local.gateway.policy;

import java.util.List;
import java.util.Optional;

/** Every policy that is executed; one that is not here stops the start. */
final class Catalogue {
    static final List<PolicyKind> ALL = List.of(
            AuthenticationManagedIdentity.KIND,
            Base.KIND,
            Choose.KIND,
            ForwardRequest.KIND,
            RateLimit.KIND,
            ReturnResponse.KIND,
            SetBackendService.KIND,
            SetHeader.KIND,
            SetQueryParameter.KIND,
            SetVariable.KIND,
            ValidateAzureAdToken.KIND,
            ValidateJwt.KIND,
            WriteTrace.KIND);

    private Catalogue() {}

    static Optional<PolicyKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
