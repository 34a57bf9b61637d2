package dev.gatehouse.doctor.call;

import dev.gatehouse.doctor.web.Web;
import dev.gatehouse.local.http.Request;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Gets a token as a client does, calls, and explains what came back. */
public record ExplainedCall(TokenSource client, String scope, Web web) {

    /**
     * Makes the call.
     *
     * @param request with everything but the token
     * @throws NoToken when no token could be asked for
     * @throws dev.gatehouse.doctor.web.Unreachable when nobody answers
     */
    public Report make(URI gateway, Request request) {
        Report.Asked asked =
                new Report.Asked(client.words(), scope, request.method(), URI.create(gateway + request.path()));
        TokenOutcome outcome = client.token(scope);
        if (outcome instanceof TokenOutcome.Refused refused) {
            return new Report(asked, Optional.of(refused.refusal()), Optional.empty());
        }
        Request sent = request.with("Authorization", "Bearer " + ((TokenOutcome.Issued) outcome).token())
                .with("traceparent", traceparent());
        return new Report(asked, Optional.empty(), Optional.of(Report.Answer.of(sent, web.send(gateway, sent))));
    }

    /** A new trace, recorded (https://www.w3.org/TR/trace-context/#traceparent-header). */
    private static String traceparent() {
        byte[] ids = new byte[24];
        new SecureRandom().nextBytes(ids);
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
