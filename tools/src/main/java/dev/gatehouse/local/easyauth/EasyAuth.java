package dev.gatehouse.local.easyauth;

import dev.gatehouse.local.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.RecordedHandler;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.signature.Signatures;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets requests through to the Functions host: excluded paths as they are, all others with a good token of somebody allowed. */
public final class EasyAuth implements RecordedHandler {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");
    private static final String BODY = "You do not have permission to view this directory or page.";

    private final EasyAuthSettings settings;
    private final ExcludedPaths excluded;
    private final TokenCheck tokens;
    private final Handler host;

    public EasyAuth(EasyAuthSettings settings, Signatures signatures, Clock clock, Handler host) {
        this.settings = settings;
        this.excluded = new ExcludedPaths(settings.access().excludedPaths());
        this.tokens = new TokenCheck(settings, signatures, clock);
        this.host = host;
    }

    @Override
    public Response handle(Request request, Optional<Recording> recording) {
        Request clean = request.withHeaders(ClientPrincipal.removedFrom(request.headers()));
        EasyAuthSteps steps = new EasyAuthSteps(recording, settings);
        if (excluded.contain(request.path())) {
            steps.excluded();
            return pass(clean, recording);
        }
        Optional<Recording.Open> token = steps.token();
        Judgement judgement = judge(request);
        steps.judged(token, judgement);
        if (judgement instanceof Judgement.Authenticated authenticated) {
            return pass(clean.withHeaders(ClientPrincipal.setIn(clean.headers(), authenticated.claims())), recording);
        }
        Judgement.Rejected rejected = (Judgement.Rejected) judgement;
        Unauthenticated unauthenticated = settings.access().unauthenticated();
        if (rejected.status() == 401 && unauthenticated == Unauthenticated.ALLOW) {
            return pass(clean, recording);
        }
        return answer(
                request,
                rejected.status() == 401 && unauthenticated == Unauthenticated.RETURN_403 ? 403 : rejected.status());
    }

    /** With the platform off: everything passes, and the headers that name a caller are whoever's sent them. */
    public static RecordedHandler off(Handler host) {
        return (request, recording) -> host.handle(onward(request, recording));
    }

    private Response pass(Request request, Optional<Recording> recording) {
        return host.handle(onward(request, recording));
    }

    private static Request onward(Request request, Optional<Recording> recording) {
        return recording.map(journey -> journey.toTheHost(request)).orElse(request);
    }

    private Judgement judge(Request request) {
        List<String> headers = request.headers().all("Authorization");
        Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.get(0).strip() : "");
        return bearer.matches()
                ? tokens.judge(bearer.group(1))
                : new Judgement.Rejected(
                        401,
                        "no-token",
                        "one Authorization header: Bearer <token>",
                        headers.size() + " Authorization headers, none a single bearer token");
    }

    private Response answer(Request request, int status) {
        Response response = Response.of(status, "text/html", BODY);
        String realm = request.headers().first("Host").orElse("");
        return status == 401
                ? response.with(
                        "WWW-Authenticate",
                        "Bearer realm=\"" + realm + "\" authorization_uri=\"" + settings.openIdIssuer()
                                + "\" resource_id=\"" + settings.clientId() + "\"")
                : response;
    }
}
