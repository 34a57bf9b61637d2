package dev.gatehouse.chain.gateway.policy;

import java.util.List;
import java.util.Optional;

/** All supported policies; any other policy in a document prevents the start. */
final class Catalogue {
    static final List<PolicyKind> ALL = List.of(
            AuthenticationManagedIdentity.KIND,
            Base.KIND,
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
