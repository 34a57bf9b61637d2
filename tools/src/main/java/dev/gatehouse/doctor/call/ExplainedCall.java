package dev.gatehouse.doctor.call;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.doctor.call.TokenSource.TokenAcquisition;
import dev.gatehouse.doctor.web.Web;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Gets a token as a client does, makes the call, and explains the response. */
public record ExplainedCall(TokenSource client, String scope, Web web) {

    /**
     * Makes the call.
     *
     * @param request complete except for the token
     * @throws NoTokenException when no token could be requested
     * @throws dev.gatehouse.doctor.web.UnreachableException when the server does not respond
     */
    public CallReport make(URI gateway, Request request) {
        CallReport.Asked asked =
                new CallReport.Asked(client.words(), scope, request.method(), URI.create(gateway + request.path()));
        TokenAcquisition outcome = client.token(scope);
        if (outcome instanceof TokenAcquisition.Refused refused) {
            return new CallReport(asked, Optional.of(refused.refusal()), Optional.empty());
        }
        Request sent = request.with("Authorization", "Bearer " + ((TokenAcquisition.Issued) outcome).token())
                .with("traceparent", traceparent());
        return new CallReport(
                asked, Optional.empty(), Optional.of(CallReport.Answer.of(sent, web.send(gateway, sent))));
    }

    /** A new trace id with the sampled flag (https://www.w3.org/TR/trace-context/#traceparent-header). */
    private static String traceparent() {
        byte[] ids = new byte[24];
        new SecureRandom().nextBytes(ids);
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
