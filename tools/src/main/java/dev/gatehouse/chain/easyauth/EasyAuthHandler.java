package dev.gatehouse.chain.easyauth;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.RecordedHandler;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.DocumentedIssuers;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forwards requests to the Functions host: excluded paths unchanged, all others only with a valid token of an allowed caller. */
public final class EasyAuthHandler implements RecordedHandler {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");
    private static final String BODY = "You do not have permission to view this directory or page.";

    private final EasyAuthSettings settings;
    private final EasyAuthChecks tokens;
    private final Handler host;

    public EasyAuthHandler(EasyAuthSettings settings, SignatureCheck signatures, Clock clock, Handler host) {
        this.settings = settings;
        this.tokens = new EasyAuthChecks(settings, signatures, DocumentedIssuers.NONE, clock);
        this.host = host;
    }

    @Override
    public Response handle(Request request, Optional<Recording> recording) {
        Request clean = request.withHeaders(ClientPrincipal.removedFrom(request.headers()));
        EasyAuthSteps steps = new EasyAuthSteps(recording, settings);
        if (settings.access().excludes(request.path())) {
            steps.excluded();
            return pass(clean, recording);
        }
        Optional<Recording.Open> token = steps.token();
        Judgement judgement = judge(request);
        steps.judged(token, judgement);
        if (judgement instanceof Judgement.Authenticated authenticated) {
            return pass(clean.withHeaders(ClientPrincipal.setIn(clean.headers(), authenticated.claims())), recording);
        }
        if (judgement instanceof Judgement.Forbidden) {
            return answer(request, 403);
        }
        return switch (settings.access().unauthenticated()) {
            case ALLOW -> pass(clean, recording);
            case RETURN_403 -> answer(request, 403);
            case RETURN_401 -> answer(request, 401);
        };
    }

    /** With Easy Auth off: every request passes, and the headers that name a caller are not removed, so any client can forge them. */
    public static RecordedHandler off(Handler host) {
        return (request, recording) -> host.handle(onward(request, recording));
    }

    private Response pass(Request request, Optional<Recording> recording) {
        return host.handle(onward(request, recording));
    }

    private static Request onward(Request request, Optional<Recording> recording) {
        return recording.map(trace -> trace.toTheHost(request)).orElse(request);
    }

    private Judgement judge(Request request) {
        List<String> headers = request.headers().all("Authorization");
        Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.get(0).strip() : "");
        return bearer.matches()
                ? tokens.judge(bearer.group(1))
                : new Judgement.Unauthenticated(CheckResult.refused(
                        NoToken.ID,
                        "one Authorization header: Bearer <token>",
                        headers.size() + " Authorization headers, not one single bearer token"));
    }

    /** The request has no token. */
    private enum NoToken implements CheckId {
        ID;

        @Override
        public String code() {
            return "no-token";
        }

        @Override
        public String title() {
            return Reason.TOKEN_MISSING.title();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(Reason.TOKEN_MISSING);
        }
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
