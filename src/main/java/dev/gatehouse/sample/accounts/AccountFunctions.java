package dev.gatehouse.sample.accounts;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.sample.http.Problem;
import dev.gatehouse.sample.http.Responses;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The account operations: plain Azure Functions. Who may call which is said in {@code contract/security.json}, one line for each
 * function; the build writes the subclass {@code AccountFunctions_Guarded}, which asks the guard before each.
 */
public class AccountFunctions {
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Accounts accounts;

    AccountFunctions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Contract: {@code "function": "listAccounts"}. */
    @FunctionName("listAccounts")
    public HttpResponseMessage listAccounts(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "accounts",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return answered(request, context, caller -> Responses.ok(request, Map.of("accounts", accounts.all(caller))));
    }

    /** Contract: {@code "function": "readAccount"}. */
    @FunctionName("readAccount")
    public HttpResponseMessage readAccount(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "accounts/{id}",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id,
            ExecutionContext context) {
        return answered(request, context, caller -> accounts.find(caller, id)
                .map(account -> Responses.ok(request, account))
                .orElseGet(() -> Responses.problem(request, Problem.of(Problem.Type.NOT_FOUND))));
    }

    /** Contract: {@code "function": "provisionAccount"}. */
    @FunctionName("provisionAccount")
    public HttpResponseMessage provisionAccount(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "accounts",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        AccountBody body = AccountBody.in(request);
        if (body instanceof AccountBody.Faulty faulty) {
            return Responses.problem(request, faulty.problem());
        }
        Account account = ((AccountBody.Valid) body).account();
        return answered(
                request,
                context,
                caller -> accounts.add(caller, account)
                        ? Responses.created(request, account.id(), account)
                        : Responses.problem(request, Problem.of(Problem.Type.CONFLICT)));
    }

    private static HttpResponseMessage answered(
            HttpRequestMessage<?> request, ExecutionContext context, Function<Caller, HttpResponseMessage> operation) {
        try {
            return operation.apply(Caller.of(context));
        } catch (AccountsUnavailableException unavailable) {
            context.getLogger().warning("the accounts are unavailable: " + unavailable.getMessage());
            return Responses.retryLater(request, Problem.of(Problem.Type.STORAGE_UNAVAILABLE), WAIT);
        }
    }
}
