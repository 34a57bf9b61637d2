package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.TestBrowser.Shown;
import java.util.LinkedHashMap;
import java.util.Map;

/** Valid requests of Contoso's applications for a sign-in, to be changed in one place. */
final class SignInRequests {
    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String PORTAL = Contoso.PORTAL_ORIGIN + "/Auth";
    static final String BATCH = "https://batch.contoso.example/signin-oidc";

    private SignInRequests() {}

    /** Of the single-page application, for a scope to which Ada did not consent yet. */
    static Map<String, String> ofPortal() {
        return request(Contoso.PORTAL, PORTAL);
    }

    /** Of the program on a user's machine; Ada consented. */
    static Map<String, String> ofConsole() {
        return request(Contoso.CONSOLE, "http://localhost:4711");
    }

    /** Of the web application. */
    static Map<String, String> ofBatch() {
        return request(Contoso.BATCH, BATCH);
    }

    private static Map<String, String> request(String client, String redirect) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", client);
        request.put("redirect_uri", redirect);
        request.put("response_type", "code");
        request.put("scope", "openid profile offline_access api://accounts/accounts.read");
        request.put("state", "a state & more");
        request.put("nonce", "n-0S6");
        request.put("code_challenge", CHALLENGE);
        request.put("code_challenge_method", "S256");
        return request;
    }

    static Map<String, String> with(Map<String, String> request, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(request);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    /** Signs Ada in, who accepts whatever is asked, up to the answer at the redirect address. */
    static Shown accepted(TestBrowser browser, Map<String, String> request) {
        Shown page = browser.authorize(request);
        if (page.body().contains("Pick an account")) {
            page = browser.submit(page, "user", Contoso.ADA);
        }
        return page.body().contains("Permissions requested") ? browser.submit(page, "accept", "yes") : page;
    }

    /** The token request that redeems a code. */
    static Map<String, String> redeeming(Map<String, String> request, Shown answer) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", request.get("client_id"));
        form.put("code", answer.sentOn().get("code"));
        form.put("redirect_uri", request.get("redirect_uri"));
        form.put("code_verifier", VERIFIER);
        return form;
    }
}
