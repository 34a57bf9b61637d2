package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.web.Web;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The row with a browser's preflight request for a page of some origin (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol).
 *
 * @param page the origin whose pages must be able to call; empty to test an unknown origin
 */
record PreflightCheck(ProbeEndpoint entrance, Operation operation, Optional<String> page, Web web)
        implements ProbeCheck {
    private static final String STRANGER = "https://stranger.example";

    @Override
    public Question question() {
        Door door = entrance.door();
        return page.map(origin -> door.question(
                        "preflight-own",
                        "a browser's preflight for a page of " + origin,
                        "allowed, with Authorization",
                        "browsers allow that page to call the API"))
                .orElseGet(() -> door.question(
                        "preflight-stranger",
                        "a browser's preflight for a page of an unknown origin",
                        "not allowed with credentials",
                        "pages of unknown origins cannot call with the user's cookies or other credentials"));
    }

    @Override
    public Outcome judge() {
        String origin = page.orElse(STRANGER);
        Request call = ProbeTarget.request(operation);
        Request question = new Request("OPTIONS", call.target(), call.headers(), call.body())
                .with("Origin", origin)
                .with("Access-Control-Request-Method", operation.method())
                .with("Access-Control-Request-Headers", "authorization");
        Response answer = entrance.answer(web, question);
        return page.isPresent() ? own(answer, origin) : stranger(answer);
    }

    static Outcome stranger(Response answer) {
        List<String> allowed = answer.headers().all("Access-Control-Allow-Origin");
        boolean credentials = header(answer, "Access-Control-Allow-Credentials").equals("true");
        if (allowed.isEmpty()) {
            return Outcome.passed("no origin allowed");
        }
        if (!credentials && allowed.equals(List.of("*"))) {
            return Outcome.passed("any page, without credentials");
        }
        boolean everybody = allowed.contains("*") || allowed.contains(STRANGER);
        return everybody
                ? Outcome.failed(
                        "allowed " + String.join(", ", allowed) + (credentials ? " with credentials" : ""),
                        "pages of any origin may call as the signed-in user: list the allowed origins in the policy cors"
                                + " and remove allow-credentials")
                : Outcome.passed("only other origins allowed");
    }

    static Outcome own(Response answer, String origin) {
        String allowed = header(answer, "Access-Control-Allow-Origin");
        if (!allowed.equals(origin) && !allowed.equals("*")) {
            return Outcome.failed(
                    answer.status() + ", " + (allowed.isEmpty() ? "no origin allowed" : "only other origins allowed"),
                    "the browser reports a CORS error to the page, whatever the token: add the origin to the policy cors,"
                            + " first in the API's inbound section");
        }
        boolean authorization = Arrays.stream(
                        header(answer, "Access-Control-Allow-Headers").split(",", -1))
                .map(String::strip)
                .anyMatch(name -> name.equalsIgnoreCase("authorization")); // "*" does not include this header
        return authorization
                ? Outcome.passed("allowed, with Authorization")
                : Outcome.failed(
                        "allowed, without Authorization",
                        "the page cannot send its token: add Authorization to the policy's allowed-headers");
    }

    private static String header(Response answer, String name) {
        return answer.headers().first(name).orElse("");
    }
}
