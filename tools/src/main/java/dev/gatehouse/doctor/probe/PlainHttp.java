package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.web.Web;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/**
 * The row with a call without TLS; it sends no token and no key. If the endpoint's URL has an explicit port, plain http is
 * tried at that port.
 */
record PlainHttp(Door door, URI address, Operation operation, Web web) implements ProbeCheck {

    @Override
    public Question question() {
        return door.question(
                "plain-http",
                "http instead of https",
                "no response, a redirect to https, 403 or 404",
                "no token or key is accepted over an unencrypted connection");
    }

    @Override
    public Outcome judge() {
        try {
            Request request = ProbeTarget.request(operation);
            return judge(web.attempt(plain(address), request), web.send(address, request));
        } catch (IOException notServed) {
            return Outcome.passed("no response");
        }
    }

    private static URI plain(URI https) {
        return URI.create("http://" + https.getRawAuthority() + https.getRawPath());
    }

    static Outcome judge(Response plain, Response secured) {
        String location = plain.headers().first("Location").orElse("").toLowerCase(Locale.ROOT);
        boolean redirected = plain.status() >= 300 && plain.status() < 400 && location.startsWith("https://");
        if (redirected) {
            return Outcome.passed(plain.status() + " to https");
        }
        boolean refusedForHttp = plain.status() >= 400 && plain.status() != 401 && plain.status() != secured.status();
        return refusedForHttp
                ? Outcome.passed(String.valueOf(plain.status()))
                : Outcome.failed(
                        String.valueOf(plain.status()),
                        "plain http is served (httpsOnly of the function app; protocols of the gateway's API)");
    }
}
