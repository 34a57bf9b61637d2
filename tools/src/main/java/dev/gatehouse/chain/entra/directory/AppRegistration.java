package dev.gatehouse.chain.entra.directory;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application registered in the tenant: a client, an API, or both. */
public record AppRegistration(
        ServicePrincipal principal, ExposedApi api, Credentials credentials, Redirects redirects) {

    /** Without a redirect address: no user signs in to it with a browser. */
    public AppRegistration(ServicePrincipal principal, ExposedApi api, Credentials credentials) {
        this(principal, api, credentials, Redirects.none());
    }

    public static AppRegistration client(ServicePrincipal principal, Credentials credentials) {
        return new AppRegistration(principal, ExposedApi.nothing(), credentials);
    }

    public static AppRegistration api(ServicePrincipal principal, ExposedApi api) {
        return new AppRegistration(principal, api, Credentials.none());
    }

    public AppRegistration exposing(ExposedApi changed) {
        return new AppRegistration(principal, changed, credentials, redirects);
    }

    public AppRegistration provingBy(Credentials changed) {
        return new AppRegistration(principal, api, changed, redirects);
    }

    public AppRegistration answeredAt(Redirects changed) {
        return new AppRegistration(principal, api, credentials, changed);
    }

    public String clientId() {
        return principal.clientId();
    }

    /** Whether a client may request the application by this name. */
    public boolean isNamed(String name) {
        return names().contains(name);
    }

    /** The names of the application: its GUID and its App ID URIs, each with and without a final slash. */
    public Set<String> names() {
        return Stream.concat(Stream.of(clientId()), api.identifierUris().stream())
                .flatMap(name -> Stream.of(name, name + "/"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
