package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
import dev.gatehouse.doctor.web.Web;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The row of a browser that asks whether a page of some origin may call (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol).
 *
 * @param page the origin whose pages are to call; empty for the origin of a stranger
 */
record PreflightCheck(ProbeEndpoint entrance, Operation operation, Optional<String> page, Web web)
        implements ProbeCheck {
    private static final String STRANGER = "https://stranger.example";

    @Override
    public Question question() {
        String prefix = entrance.door().prefix();
        String title = entrance.door().title();
        return page.map(origin -> new Question(
                        prefix + "preflight-own",
                        title + ": a browser asks for a page of " + origin,
                        "allowed, with Authorization",
                        "browsers let that page call"))
                .orElseGet(() -> new Question(
                        prefix + "preflight-stranger",
                        title + ": a browser asks for a page of a stranger",
                        "not allowed with credentials",
                        "no stranger's page calls with what a browser keeps of its user"));
    }

    @Override
    public Judged judge() {
        String origin = page.orElse(STRANGER);
        Request call = ProbeTarget.request(operation);
        Request question = new Request("OPTIONS", call.target(), call.headers(), call.body())
                .with("Origin", origin)
                .with("Access-Control-Request-Method", operation.method())
                .with("Access-Control-Request-Headers", "authorization");
        Response answer = entrance.answer(web, question);
        return page.isPresent() ? own(answer, origin) : stranger(answer);
    }

    static Judged stranger(Response answer) {
        List<String> allowed = answer.headers().all("Access-Control-Allow-Origin");
        boolean credentials = header(answer, "Access-Control-Allow-Credentials").equals("true");
        if (allowed.isEmpty()) {
            return Judged.passed("allowed nobody");
        }
        if (!credentials && allowed.equals(List.of("*"))) {
            return Judged.passed("any page, without credentials");
        }
        boolean everybody = allowed.contains("*") || allowed.contains(STRANGER);
        return everybody
                ? Judged.failed(
                        "allowed " + String.join(", ", allowed) + (credentials ? " with credentials" : ""),
                        "pages of any origin may call as their visitors: name the origins in the policy cors,"
                                + " and leave allow-credentials out")
                : Judged.passed("allowed others only");
    }

    static Judged own(Response answer, String origin) {
        String allowed = header(answer, "Access-Control-Allow-Origin");
        if (!allowed.equals(origin) && !allowed.equals("*")) {
            return Judged.failed(
                    answer.status() + ", " + (allowed.isEmpty() ? "allowed nobody" : "allowed others"),
                    "a browser shows its page a CORS error, whatever the token: add the origin to the policy cors,"
                            + " first in the API's inbound section");
        }
        boolean authorization = Arrays.stream(
                        header(answer, "Access-Control-Allow-Headers").split(",", -1))
                .map(String::strip)
                .anyMatch(name -> name.equalsIgnoreCase("authorization")); // * never stands for this one
        return authorization
                ? Judged.passed("allowed, with Authorization")
                : Judged.failed(
                        "allowed, without Authorization",
                        "the page's call may not carry its token: name Authorization in the policy's allowed-headers");
    }

    private static String header(Response answer, String name) {
        return answer.headers().first(name).orElse("");
    }
}
