package dev.gatehouse.chain.entra;

import static dev.gatehouse.chain.entra.EntraHtml.text;

import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose;
import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose.ForApplication;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users see of a sign-in. */
final class SignInPages {
    private static final Map<String, String> OF_OPENID = Map.of(
            "openid", "Sign you in",
            "profile", "View your basic profile",
            "email", "View your email address",
            "offline_access", "Maintain access to data you have given it access to");

    private SignInPages() {}

    /**
     * The hidden fields of a form.
     *
     * @param tenant in the path that the form is sent to
     * @param canary of the browser
     * @param flow the pending sign-in; empty where none has begun
     */
    record Form(String tenant, String canary, String flow) {
        private String opened(String path) {
            return "<form method=\"post\" action=\"/" + text(tenant) + "/" + path + "\">"
                    + hidden("canary", canary)
                    + (flow.isEmpty() ? "" : hidden("flow", flow));
        }
    }

    /** Who is it? The expected user is the first, and has the focus. */
    static Response accounts(Form form, SignInPurpose purpose, List<User> users, Optional<String> expected) {
        String name = purpose.client().principal().displayName();
        String buttons = Stream.concat(
                        users.stream().filter(user -> isExpected(user, expected)),
                        users.stream().filter(user -> !isExpected(user, expected)))
                .map(user -> "<button name=\"user\" value=\"" + text(user.objectId()) + "\""
                        + (isExpected(user, expected) ? " autofocus" : "") + "><b>" + text(user.displayName())
                        + "</b><span class=\"quiet\">" + text(user.username()) + "</span></button>")
                .collect(Collectors.joining());
        String advice = purpose instanceof ForApplication
                ? ""
                : "<p>Continue only if you started this sign-in on your device.</p>";
        return EntraHtml.page(
                200,
                "Sign in to " + name,
                "<h1>Pick an account</h1><p class=\"quiet\">to sign in to <b>" + text(name) + "</b></p>" + advice
                        + form.opened("login") + buttons + "</form>",
                target(purpose));
    }

    /** What the client may do for the user. */
    static Response consent(Form form, SignInPurpose purpose, User user, AppRegistration api) {
        RequestedAccess access = purpose.access();
        String name = purpose.client().principal().displayName();
        String permissions = Stream.concat(
                        scopes(access, api).stream()
                                .filter(scope -> !OF_OPENID.containsKey(scope))
                                .map(scope -> "Use <code>" + text(scope) + "</code> of "
                                        + text(api.principal().displayName())),
                        Stream.of("openid", "profile", "email", "offline_access")
                                .filter(access.openId()::contains)
                                .map(OF_OPENID::get))
                .map(line -> "<li>" + line + "</li>")
                .collect(Collectors.joining());
        return EntraHtml.page(
                200,
                "Permissions requested by " + name,
                "<h1>Permissions requested</h1><p class=\"quiet\">" + text(user.username()) + "</p><p><b>" + text(name)
                        + "</b> would like to:</p><ul>" + permissions + "</ul>" + form.opened("Consent/Set")
                        + "<button class=\"do\" name=\"accept\" value=\"yes\">Accept</button>"
                        + "<button class=\"other\" name=\"accept\" value=\"no\">Cancel</button></form>",
                target(purpose));
    }

    /** All that the API offers, where the client did not name what it needs. */
    static List<String> scopes(RequestedAccess access, AppRegistration api) {
        return access.scopes().isEmpty() ? api.api().scopes() : access.scopes();
    }

    static Response deviceCode(Form form, String code, boolean isWrong) {
        return EntraHtml.page(
                isWrong ? 400 : 200,
                "Enter code",
                "<h1>Enter code</h1>"
                        + (isWrong
                                ? "<p class=\"bad\" role=\"alert\">That code does not work. Check the code and try"
                                        + " again.</p>"
                                : "")
                        + form.opened("oauth2/deviceauth")
                        + "<label for=\"otc\">Code that your device or app shows</label>"
                        + "<input type=\"text\" id=\"otc\" name=\"otc\" maxlength=\"20\" autocomplete=\"off\""
                        + " autocapitalize=\"characters\" spellcheck=\"false\" required autofocus value=\""
                        + text(code) + "\"><button class=\"do\">Next</button></form>",
                Optional.empty());
    }

    /** The end of a flow that leads to no address. */
    static Response end(int status, String title, String message) {
        return EntraHtml.page(
                status, title, "<h1>" + text(title) + "</h1><p>" + text(message) + "</p>", Optional.empty());
    }

    static Response formPost(String address, Map<String, String> fields) {
        String inputs = fields.entrySet().stream()
                .map(field -> hidden(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        return EntraHtml.sending(
                "Working...",
                "<form method=\"post\" action=\"" + text(address) + "\">" + inputs
                        + "<noscript><p>Scripts are off in this browser.</p><button class=\"do\">Continue</button>"
                        + "</noscript></form>",
                address);
    }

    private static boolean isExpected(User user, Optional<String> name) {
        return name.filter(user.username()::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> target(SignInPurpose purpose) {
        return purpose instanceof ForApplication application
                ? Optional.of(application.request().reply().requested())
                : Optional.empty();
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + text(name) + "\" value=\"" + text(value) + "\">";
    }
}
