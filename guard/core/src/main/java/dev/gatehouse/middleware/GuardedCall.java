package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a guarded function: refused, or let in and then answered. Each is one line in the log. */
public final class GuardedCall {
    private final @Nullable AuditLog log;
    private final GuardedContext context;
    private final @Nullable HttpResponseMessage refusal;

    private GuardedCall(@Nullable AuditLog log, GuardedContext context, @Nullable HttpResponseMessage refusal) {
        this.log = log;
        this.context = context;
        this.refusal = refusal;
    }

    /** @param refusal present where the decision is no admission */
    static GuardedCall begin(
            String function, ExecutionContext worker, Decision decision, Optional<HttpResponseMessage> refusal) {
        AuditLog log = new AuditLog(function, worker, decision);
        refusal.ifPresent(log::refused);
        return new GuardedCall(
                log, new GuardedContext(worker, decision.letIn(), decision.ownToken()), refusal.orElse(null));
    }

    /** A call within another one, which has its line. */
    static GuardedCall within(GuardedContext decided) {
        return new GuardedCall(null, decided, null);
    }

    public boolean isRefused() {
        return refusal != null;
    }

    /** @throws IllegalStateException where the caller was let in */
    public HttpResponseMessage refusal() {
        if (refusal == null) {
            throw new IllegalStateException("the call was not refused");
        }
        return refusal;
    }

    /** What the function runs with: the worker's context, with the caller. */
    public ExecutionContext context() {
        return context;
    }

    /** Takes the function's answer, which may be null as the worker takes it, and gives it back. */
    public HttpResponseMessage answered(HttpResponseMessage response) {
        if (log != null) {
            log.answered(response);
        }
        return response;
    }

    /** Takes what the function threw; the worker gets it all the same. */
    public void failed(Throwable thrown) {
        if (log != null) {
            log.failed(thrown);
        }
    }
}
