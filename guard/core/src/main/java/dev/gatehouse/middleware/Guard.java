package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.token.TokenIds;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The shared middleware: admits a caller to the operation of the running function, or answers in its place. It alone
 * builds responses, and nothing that a function throws gets past it.
 */
public final class Guard {
    private final Authorizer authorizer;
    private final ErrorResponses errorResponses;

    /** @param realm the API's name, told in challenges */
    public Guard(Authorizer authorizer, String realm) {
        this.authorizer = authorizer;
        this.errorResponses = new ErrorResponses(realm);
    }

    /** Serves an operation that needs a caller. */
    public HttpResponseMessage admit(
            HttpRequestMessage<?> request, ExecutionContext context, SecuredFunction function) {
        return answered(request, context, () -> {
            Decision decision = authorizer.decide(request, context.getFunctionName());
            return decision instanceof Decision.Admitted admitted
                    ? Service.admitted(admitted.caller(), function)
                    : refused((Decision.Refused) decision);
        });
    }

    /** Serves an operation that the contract calls public; any other is refused. */
    public HttpResponseMessage open(HttpRequestMessage<?> request, ExecutionContext context, Supplier<Reply> function) {
        return answered(request, context, () -> authorizer
                .decideOpen(context.getFunctionName())
                .map(this::refused)
                .orElseGet(() -> Service.open(function)));
    }

    private Service refused(Decision.Refused refused) {
        return Service.refused(errorResponses.reply(refused), refused);
    }

    /** The edge: what gets past it, the host answers with an empty 500. */
    private static HttpResponseMessage answered(
            HttpRequestMessage<?> request, ExecutionContext context, Supplier<Service> decision) {
        Optional<String> traceId = Correlation.traceId(context);
        Optional<TokenIds> ids = Optional.empty();
        try {
            Service service = decision.get();
            ids = service.ids();
            Answer answer = service.answer().get();
            HttpResponseMessage response = Responses.build(request, answer.reply(), traceId);
            AuditLog.write(context, answer, traceId);
            return response;
        } catch (Throwable unexpected) {
            Answer failed = Answer.failed(unexpected, ids);
            AuditLog.write(context, failed, traceId);
            return Responses.build(request, failed.reply(), traceId);
        }
    }
}
