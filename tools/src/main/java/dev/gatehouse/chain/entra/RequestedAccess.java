package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The access that a client requests: one resource, with named scopes or everything that was granted.
 *
 * @param scopes empty for {@code .default}
 * @param openId of OpenID Connect's scopes, those that were requested beside them
 */
record RequestedAccess(String resource, List<String> scopes, Set<String> openId) {
    private static final Set<String> OF_OPENID = Set.of("openid", "profile", "email", "offline_access");
    private static final String DEFAULT = ".default";

    RequestedAccess {
        scopes = List.copyOf(scopes);
        openId = Set.copyOf(openId);
    }

    RequestedAccess(String resource, List<String> scopes) {
        this(resource, scopes, Set.of());
    }

    /** Whether the user signs in, so that there is an ID token. */
    boolean identifiesUser() {
        return openId.contains("openid");
    }

    /** Whether the client wants a refresh token. */
    boolean isOffline() {
        return openId.contains("offline_access");
    }

    /** Requested by an application for itself. */
    static EntraResult<RequestedAccess> ofApp(TokenRequest request) {
        return read(request, scope -> scope)
                .then(access -> access.scopes().isEmpty()
                        ? EntraResult.granted(access)
                        : EntraError.NOT_DEFAULT_SCOPE.refuse(
                                request.parameter("scope").orElse("")));
    }

    /** Requested by a client on behalf of a user. A scope that names no resource is one of Microsoft Graph, as OpenID Connect's are. */
    static EntraResult<RequestedAccess> ofUser(TokenRequest request) {
        return read(request, RequestedAccess::ofGraph);
    }

    private static String ofGraph(String scope) {
        return scope.indexOf('/') < 0 ? MicrosoftApps.GRAPH + "/" + scope : scope;
    }

    private static EntraResult<RequestedAccess> read(TokenRequest request, UnaryOperator<String> qualified) {
        if (request.endpointVersion() == 1) {
            return request.required("resource").map(resource -> new RequestedAccess(resource, List.of()));
        }
        if (request.parameter("resource").isPresent()) {
            return EntraError.RESOURCE_PARAMETER.refuse();
        }
        if (request.parameter("scope").filter(String::isBlank).isPresent()) {
            return EntraError.SCOPE_EMPTY.refuse();
        }
        return request.required("scope").then(scope -> parse(scope, qualified));
    }

    private static EntraResult<RequestedAccess> parse(String scope, UnaryOperator<String> qualified) {
        List<String> all = List.of(scope.trim().split(" +"));
        Set<String> openId = all.stream().filter(OF_OPENID::contains).collect(Collectors.toSet());
        List<String> ofApis =
                all.stream().filter(part -> !OF_OPENID.contains(part)).toList();
        List<String> asked = (ofApis.isEmpty() ? List.copyOf(openId) : ofApis)
                .stream().map(qualified).toList();
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
                    ? EntraResult.granted(new RequestedAccess(resources.get(0), List.of(), openId))
                    : EntraError.SCOPE_INVALID.refuse(scope);
        }
        return EntraResult.granted(new RequestedAccess(resources.get(0), names, openId));
    }

    private static String resourceOf(String scope) {
        return scope.substring(0, scope.lastIndexOf('/'));
    }

    private static String nameOf(String scope) {
        return scope.substring(scope.lastIndexOf('/') + 1);
    }
}
