package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose.ForDevice;
import dev.gatehouse.chain.entra.SignInSteps.Visit;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Optional;
import java.util.Set;

/** The paths of the pages that users see, below a tenant. */
record SignInRoutes(SignInSteps steps) {
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    /** Empty where the path is not one of a page. */
    Optional<Response> handle(Request request, String tenant, String rest) {
        Visit visit = steps.visit(PageRequest.of(tenant, request));
        boolean isForm = request.method().equals("POST");
        return switch (rest) {
            case "oauth2/v2.0/authorize" -> kept(visit, ofTenant(visit, new AuthorizeEndpoint(steps)::handle));
            case "oauth2/authorize" ->
                kept(
                        visit,
                        SignInPages.end(
                                400, "Not served", "The local Entra signs users in at /oauth2/v2.0/authorize only."));
            case "oauth2/deviceauth" -> kept(visit, device(visit, isForm));
            case "oauth2/v2.0/logout" -> kept(visit, logout(visit));
            case "login" -> isForm ? kept(visit, steps.login(visit)) : Optional.empty();
            case "Consent/Set" -> isForm ? kept(visit, steps.consent(visit)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Response> kept(Visit visit, Response response) {
        return Optional.of(visit.browser().keep(response));
    }

    private interface Endpoint {
        Response handle(Visit visit);
    }

    /** Applications here are of one tenant: they sign users in under its name. */
    private Response ofTenant(Visit visit, Endpoint endpoint) {
        String tenant = visit.request().tenant();
        if (tenant.equalsIgnoreCase(steps.directory().tenant().id())) {
            return endpoint.handle(visit);
        }
        if (!ANY_TENANT.contains(tenant)) {
            return steps.refused(visit, EntraError.TENANT_UNKNOWN.refuse(tenant));
        }
        Optional<AppRegistration> client =
                visit.request().parameter("client_id").flatMap(steps.directory()::application);
        return client.map(app -> steps.refused(
                        visit,
                        EntraError.SINGLE_TENANT.refuse(
                                app.clientId(), app.principal().displayName())))
                .orElseGet(() -> endpoint.handle(visit));
    }

    /** Where a user enters the code of a device (RFC 8628 §3.3). */
    private Response device(Visit visit, boolean isForm) {
        String code = visit.request().parameter("otc").orElse("");
        if (!isForm) {
            return SignInPages.deviceCode(steps.form(visit, ""), code, false);
        }
        if (!steps.isOwnForm(visit)) {
            return steps.lost();
        }
        return steps.state()
                .devices()
                .asked(code)
                .flatMap(asked -> steps.directory()
                        .application(asked.clientId())
                        .map(client -> new ForDevice(asked, Client.of(client, Client.Proof.NONE))))
                .map(purpose -> steps.accounts(visit, purpose, Optional.empty()))
                .orElseGet(() -> SignInPages.deviceCode(steps.form(visit, ""), code, true));
    }

    /** Ends the browser's session, and leads it to an address only if an application registered it. */
    private Response logout(Visit visit) {
        Optional<String> next = visit.request()
                .parameter("post_logout_redirect_uri")
                .filter(address -> steps.directory().principals().applications().stream()
                        .anyMatch(app -> app.redirects().platform(address).isPresent()));
        Response response = next.map(address -> Response.empty(302).with("Location", Redirects.normal(address)))
                .orElseGet(() -> SignInPages.end(200, "You signed out", "You can close this window."));
        return steps.state().browsers().signOut(visit.request(), response);
    }
}
