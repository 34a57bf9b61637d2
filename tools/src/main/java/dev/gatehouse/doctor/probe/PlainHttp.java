package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
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
        return new Question(
                door.prefix() + "plain-http",
                door.title() + ": http instead of https",
                "no response, a redirect to https, 403 or 404",
                "no token or key is accepted over an unencrypted connection");
    }

    @Override
    public Judged judge() {
        try {
            Request request = ProbeTarget.request(operation);
            return judge(web.attempt(plain(address), request), web.send(address, request));
        } catch (IOException notServed) {
            return Judged.passed("no response");
        }
    }

    private static URI plain(URI https) {
        return URI.create("http://" + https.getRawAuthority() + https.getRawPath());
    }

    static Judged judge(Response plain, Response secured) {
        String location = plain.headers().first("Location").orElse("").toLowerCase(Locale.ROOT);
        boolean redirected = plain.status() >= 300 && plain.status() < 400 && location.startsWith("https://");
        if (redirected) {
            return Judged.passed(plain.status() + " to https");
        }
        boolean refusedForHttp = plain.status() >= 400 && plain.status() != 401 && plain.status() != secured.status();
        return refusedForHttp
                ? Judged.passed(String.valueOf(plain.status()))
                : Judged.failed(
                        String.valueOf(plain.status()),
                        "plain http is served (httpsOnly of the function app; protocols of the gateway's API)");
    }
}
