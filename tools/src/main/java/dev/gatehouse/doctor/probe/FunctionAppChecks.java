package dev.gatehouse.doctor.probe;

import static dev.gatehouse.chain.trace.Layer.EASY_AUTH;
import static dev.gatehouse.chain.trace.Layer.GUARD;
import static dev.gatehouse.chain.trace.Layer.HOST;

import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.forgery.Forgeries;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.web.Web;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Calls that bypass the gateway and must be refused. */
final class FunctionAppChecks {
    private static final String OFF = "Easy Auth allows calls without a valid token (is it enabled, with Return401?)";
    private static final Expectation REFUSED = Expectation.of(EASY_AUTH, 401, 403);

    private final ProbeTarget target;
    private final ProbeEndpoint entrance;
    private final RefusalCheck.Way way;
    private final TamperedTokenCalls tampered;

    FunctionAppChecks(ProbeTarget target, ProbeEndpoint entrance, Web web) {
        this.target = target;
        this.entrance = entrance;
        this.way = new RefusalCheck.Way(entrance, web);
        this.tampered = new TamperedTokenCalls(target, entrance, tokenOnly());
    }

    List<ProbeCheck> all() {
        return List.of(
                refused(
                        "nothing",
                        "no key and no token, at every operation",
                        OFF,
                        "knowing the URL is not enough to call a function",
                        () -> Attempts.atEach(target.guarded(), request -> request)),
                refused(
                        "key-only",
                        "the function key alone, at every operation",
                        OFF,
                        "a leaked function key alone gives no access",
                        this::keyOnly),
                tampered.good(),
                refused(
                        "changed-token",
                        "a token changed after it was signed",
                        OFF,
                        "Easy Auth verifies signatures itself",
                        () -> tampered.from(Forgeries::changed)),
                refused(
                        "forged-signature",
                        "a token signed by another key",
                        OFF,
                        "Easy Auth accepts only signatures by Entra's keys",
                        () -> tampered.from(Forgeries::signedByAnother)),
                refused(
                        "unsigned-token",
                        "a token without a signature (alg none)",
                        OFF,
                        "unsigned tokens are rejected",
                        () -> tampered.from(Forgeries::unsigned)),
                refused(
                        "expired-token",
                        "an expired token",
                        OFF,
                        "Easy Auth checks token lifetimes itself",
                        () -> tampered.with(TamperedToken.EXPIRED)),
                refused(
                        "other-audience",
                        target.flow() == Flow.GATEWAY_IDENTITY
                                ? "a client's token for the gateway"
                                : "a token for another API",
                        "Easy Auth does not check audiences (allowedAudiences)",
                        "tokens for other audiences are rejected",
                        () -> tampered.with(TamperedToken.OTHER_AUDIENCE)),
                refused(
                        "other-client",
                        "a token of a client that is not allowed",
                        "Easy Auth accepts any client of the tenant (allowedApplications, allowedPrincipals)",
                        "Easy Auth's list of clients is enforced",
                        () -> tampered.with(TamperedToken.OTHER_CLIENT)),
                missingRole());
    }

    TamperedTokenCalls tampered() {
        return tampered;
    }

    private Attempts keyOnly() {
        return entrance.key().isPresent()
                ? Attempts.atEach(target.guarded(), entrance::keyed)
                : Attempts.needing(Door.FUNCTION_APP.keyOption());
    }

    /** The host's function key check, which a call reaches only after Easy Auth. */
    private ProbeCheck tokenOnly() {
        Expectation expectation = Expectation.of(HOST, 401);
        return new RefusalCheck(
                Door.FUNCTION_APP.question(
                        "token-only",
                        "a valid token, no function key",
                        expectation.words(),
                        "callers with a token still have to call through the gateway, which has the key"),
                expectation,
                "the host does not require a function key (authLevel)",
                way,
                this::goodWithoutKey);
    }

    private Attempts goodWithoutKey() {
        Optional<String> token = entrance.tokens().of(TamperedToken.GOOD);
        return token.isEmpty()
                ? Attempts.needing(TamperedToken.GOOD.needs(entrance.door(), target.flow()))
                : Attempts.atEach(target.guarded(), request -> ProbeEndpoint.bearing(request, token.get()));
    }

    private ProbeCheck missingRole() {
        boolean forwarded = target.flow() == Flow.GATEWAY_IDENTITY;
        Expectation expectation = new Expectation(List.of(GUARD), forwarded ? Set.of(400, 403) : Set.of(403), "");
        return new RefusalCheck(
                Door.FUNCTION_APP.question(
                        "missing-role",
                        "a token without the operation's role or scope",
                        expectation.words(),
                        "the guard checks every function call itself"),
                expectation,
                "a function is not protected by the guard, or the operation's roles and scopes are not checked",
                way,
                () -> tampered.withoutRole(request -> request));
    }

    private ProbeCheck refused(String name, String call, String hole, String proves, Supplier<Attempts> attempts) {
        Question question = Door.FUNCTION_APP.question(name, call, REFUSED.words(), proves);
        return new RefusalCheck(question, REFUSED, hole, way, attempts);
    }
}
