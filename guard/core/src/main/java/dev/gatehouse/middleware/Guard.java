package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.token.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller in to the operation of the running function, or answers in its place. Generated code asks {@link #call}; a function
 * that is guarded explicitly returns what {@link #admit} or {@link #open} returns. Nothing here throws but what a function throws.
 */
public final class Guard {
    private final Authorizer authorizer;
    private final ErrorResponses responses;
    private final Readiness readiness;

    /**
     * @param realm the API's name, in challenges
     * @param readiness whether the issuers' keys are known
     */
    public Guard(Authorizer authorizer, String realm, Readiness readiness) {
        this.authorizer = authorizer;
        this.responses = new ErrorResponses(realm);
        this.readiness = readiness;
    }

    /** Whether callers can be let in: the contract and the settings have no faults, and the issuers' keys were read. */
    public boolean isReady() {
        return readiness.isReady();
    }

    /** While not ready: how long until the issuers are asked again; zero where no time is known. */
    public Duration retryAfter() {
        return readiness.retryAfter();
    }

    /** Whether the contract says that this function, which no annotation processor saw, calls the guard itself. */
    public boolean isExplicit(String function) {
        return authorizer.isExplicit(function);
    }

    /** Serves an operation that needs a caller. A public one, and one that the contract does not know, is refused. */
    public <E extends Exception> HttpResponseMessage admit(
            HttpRequestMessage<?> request, ExecutionContext context, GuardedFunction<E> function) throws E {
        GuardedCall call =
                decide(context.getFunctionName(), request, context, decision -> !(decision instanceof Decision.Open));
        if (call.isRefused()) {
            return call.refusal();
        }
        try {
            return call.answered(function.serve(Caller.of(call.context())));
        } catch (Throwable thrown) {
            call.failed(thrown);
            throw thrown;
        }
    }

    /** Serves an operation that the contract calls public. Any other is refused. */
    public <E extends Exception> HttpResponseMessage open(
            HttpRequestMessage<?> request, ExecutionContext context, OpenFunction<E> function) throws E {
        GuardedCall call = decide(context.getFunctionName(), request, context, Guard::isOfAPublicOperation);
        if (call.isRefused()) {
            return call.refusal();
        }
        try {
            return call.answered(function.serve());
        } catch (Throwable thrown) {
            call.failed(thrown);
            throw thrown;
        }
    }

    /**
     * What the subclass that the annotation processor writes asks. A call that the guard's own context comes with was decided
     * before: a guarded function calls another one.
     *
     * @param function the constant name in the generated code: neither address nor header chooses the operation
     * @param context empty where the function takes none
     */
    public GuardedCall call(String function, HttpRequestMessage<?> request, @Nullable ExecutionContext context) {
        if (context instanceof GuardedContext decided && decided.caller().isPresent()) {
            return GuardedCall.within(decided);
        }
        ExecutionContext known = context != null
                ? context
                : Invocation.context().orElseGet(() -> new GuardedContext.NoContext(function));
        return decide(function, request, known, decision -> true);
    }

    private static boolean isOfAPublicOperation(Decision decision) {
        return decision instanceof Decision.Open
                || decision instanceof Decision.Refused refused
                        && refused.refusals().get(0).reason() == Reason.METHOD_NOT_ALLOWED;
    }

    /** The guard's edge: any fault of the guard itself refuses the call. */
    private GuardedCall decide(
            String function, HttpRequestMessage<?> request, ExecutionContext context, Predicate<Decision> isMeant) {
        Decision decision;
        try {
            Decision any = authorizer.decide(function, request);
            decision = isMeant.test(any) ? any : authorizer.misconfigured(function);
        } catch (Throwable fault) {
            decision = new Decision.Failed(fault);
        }
        Optional<HttpResponseMessage> refusal = responses.of(decision, request, Correlation.traceId(context));
        Invocation.decided(function, refusal.orElse(null));
        return GuardedCall.begin(function, context, decision, refusal);
    }
}
