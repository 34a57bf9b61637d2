package dev.gatehouse.chain.entra;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The access that a client requests: one resource, with named scopes or everything that was granted.
 *
 * @param scopes empty for {@code .default}
 */
record RequestedAccess(String resource, List<String> scopes) {
    private static final Set<String> OF_OPENID = Set.of("openid", "profile", "email", "offline_access");
    private static final String DEFAULT = ".default";

    RequestedAccess {
        scopes = List.copyOf(scopes);
    }

    /** Requested by an application for itself. */
    static EntraResult<RequestedAccess> ofApp(TokenRequest request) {
        return read(request)
                .then(access -> access.scopes().isEmpty()
                        ? EntraResult.granted(access)
                        : EntraError.NOT_DEFAULT_SCOPE.refuse(
                                request.parameter("scope").orElse("")));
    }

    /** Requested by a client on behalf of a user. */
    static EntraResult<RequestedAccess> ofUser(TokenRequest request) {
        return read(request);
    }

    private static EntraResult<RequestedAccess> read(TokenRequest request) {
        if (request.endpointVersion() == 1) {
            return request.required("resource").map(resource -> new RequestedAccess(resource, List.of()));
        }
        if (request.parameter("resource").isPresent()) {
            return EntraError.RESOURCE_PARAMETER.refuse();
        }
        if (request.parameter("scope").filter(String::isBlank).isPresent()) {
            return EntraError.SCOPE_EMPTY.refuse();
        }
        return request.required("scope").then(RequestedAccess::parse);
    }

    private static EntraResult<RequestedAccess> parse(String scope) {
        List<String> asked = Arrays.stream(scope.trim().split(" +"))
                .filter(part -> !OF_OPENID.contains(part))
                .toList();
        if (asked.isEmpty() || asked.stream().anyMatch(part -> part.lastIndexOf('/') < 1)) {
            return EntraError.SCOPE_INVALID.refuse(scope);
        }
        List<String> resources =
                asked.stream().map(RequestedAccess::resourceOf).distinct().toList();
        if (resources.size() > 1) {
            return EntraError.SEVERAL_RESOURCES.refuse();
        }
        List<String> names = asked.stream().map(RequestedAccess::nameOf).toList();
        if (names.contains(DEFAULT)) {
            return names.size() == 1
                    ? EntraResult.granted(new RequestedAccess(resources.get(0), List.of()))
                    : EntraError.SCOPE_INVALID.refuse(scope);
        }
        return EntraResult.granted(new RequestedAccess(resources.get(0), names));
    }

    private static String resourceOf(String scope) {
        return scope.substring(0, scope.lastIndexOf('/'));
    }

    private static String nameOf(String scope) {
        return scope.substring(scope.lastIndexOf('/') + 1);
    }
}
