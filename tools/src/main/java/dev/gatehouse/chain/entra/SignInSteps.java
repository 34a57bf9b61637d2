package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.BrowserSessions.Browser;
import dev.gatehouse.chain.entra.PendingSignIns.PendingSignIn;
import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose;
import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose.ForApplication;
import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose.ForDevice;
import dev.gatehouse.chain.entra.SignInPages.Form;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The steps of every sign-in: the user is picked, must be assigned to the API, and allows what the client asks for.
 *
 * @param consents receives what users allow
 */
record SignInSteps(TokenIssuer issuer, SignInState state, ErrorAnswer errors, Consumer<Consent> consents) {

    /** A request for a page, and the browser that it came from. */
    record Visit(PageRequest request, Browser browser) {}

    Visit visit(PageRequest request) {
        return new Visit(request, state.browsers().of(request));
    }

    Directory directory() {
        return issuer.directory();
    }

    Form form(Visit visit, String flow) {
        return new Form(visit.request().tenant(), state.browsers().canary(visit.browser()), flow);
    }

    boolean isOwnForm(Visit visit) {
        return state.browsers()
                .isOwnForm(visit.request(), directory().tenant().cloud().loginHost());
    }

    /** The page that shows the accounts. */
    Response accounts(Visit visit, SignInPurpose purpose, Optional<String> expected) {
        String flow = state.pending().begin(visit.browser(), purpose);
        return SignInPages.accounts(
                form(visit, flow), purpose, directory().principals().users(), expected);
    }

    /** The user was picked on that page. */
    Response login(Visit visit) {
        Optional<User> user = visit.request().parameter("user").flatMap(directory()::user);
        Optional<PendingSignIn> open = own(visit);
        if (open.isEmpty() || user.isEmpty()) {
            return lost();
        }
        Response next = next(visit, flow(visit), open.get().purpose(), user.get());
        return state.browsers().signIn(visit.request(), user.get().objectId(), next);
    }

    /** The same for a user who is signed in already. */
    Response signedIn(Visit visit, SignInPurpose purpose, User user) {
        return next(visit, state.pending().begin(visit.browser(), purpose), purpose, user);
    }

    private Response next(Visit visit, String flow, SignInPurpose purpose, User user) {
        state.pending().choose(flow, user.objectId());
        EntraResult<RequestedApi> api =
                issuer.offered(purpose.client(), purpose.access()).then(offered -> issuer.assigned(offered, user));
        if (api instanceof EntraResult.Refused<RequestedApi> refused) {
            return refused(visit, refused);
        }
        RequestedApi allowed = ((EntraResult.Granted<RequestedApi>) api).value();
        boolean hasConsent = issuer.consented(purpose.client(), allowed, purpose.access(), user)
                instanceof EntraResult.Granted<RequestedApi>;
        return hasConsent && !purpose.asksForConsent()
                ? finished(flow, purpose, user)
                : SignInPages.consent(form(visit, flow), purpose, user, allowed.api());
    }

    /** The user answered what the client may do. */
    Response consent(Visit visit) {
        Optional<PendingSignIn> open = own(visit);
        Optional<User> user = open.flatMap(PendingSignIn::userObjectId).flatMap(directory()::user);
        Optional<AppRegistration> api = open.flatMap(
                each -> directory().resource(each.purpose().access().resource()));
        if (user.isEmpty() || api.isEmpty()) {
            return lost();
        }
        SignInPurpose purpose = open.get().purpose();
        if (visit.request().parameter("accept").filter("yes"::equals).isEmpty()) {
            return declined(visit, purpose);
        }
        consents.accept(new Consent(
                purpose.client().principal().clientId(),
                api.get().clientId(),
                SignInPages.scopes(purpose.access(), api.get()),
                List.of(user.get().objectId())));
        return finished(flow(visit), purpose, user.get());
    }

    private Response declined(Visit visit, SignInPurpose purpose) {
        state.pending().finish(flow(visit));
        if (purpose instanceof ForDevice device) {
            state.devices().decline(device.asked().userCode());
            return SignInPages.end(200, "You declined", "The device does not get access. You can close this window.");
        }
        Map<String, String> fields = errors.fields(visit.request().request(), EntraError.CONSENT_DECLINED.refuse());
        fields.put("error_subcode", "cancel");
        return ((ForApplication) purpose).request().reply().with(fields);
    }

    private Response finished(String flow, SignInPurpose purpose, User user) {
        state.pending().finish(flow);
        if (purpose instanceof ForApplication application) {
            return withCode(application.request(), user);
        }
        boolean isOpen = state.devices().signIn(((ForDevice) purpose).asked().userCode(), user);
        return isOpen
                ? SignInPages.end(
                        200,
                        "You are signed in",
                        "You signed in to " + purpose.client().principal().displayName()
                                + " on your device. You can close this window.")
                : SignInPages.end(
                        400, "Too late", "The code was used already, or has expired. Start again on your device.");
    }

    Response withCode(AuthorizationRequest asked, User user) {
        return asked.reply().with(Map.of("code", state.codes().issue(asked, user.objectId())));
    }

    /** A refusal that is shown to the user, and never sent to an address. */
    Response refused(Visit visit, EntraResult.Refused<?> refused) {
        return new SignInErrorPage(errors.report(visit.request().request(), refused), visit.request(), directory())
                .response();
    }

    Response lost() {
        return SignInPages.end(
                400,
                "Start again",
                "This form does not belong to a sign-in that is open in this browser. Go back to your application, and start"
                        + " again.");
    }

    /** The pending sign-in of a form that this browser was given. */
    private Optional<PendingSignIn> own(Visit visit) {
        return isOwnForm(visit) ? state.pending().find(visit.browser(), flow(visit)) : Optional.empty();
    }

    private static String flow(Visit visit) {
        return visit.request().parameter("flow").orElse("");
    }
}
