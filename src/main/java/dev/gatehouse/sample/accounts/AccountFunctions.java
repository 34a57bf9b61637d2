package dev.gatehouse.sample.accounts;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.middleware.ProblemType;
import dev.gatehouse.middleware.Reply;
import java.util.Map;
import java.util.Optional;

/** The account operations. One instance serves all calls at once, so it keeps nothing of any. */
public final class AccountFunctions {
    private final Guard guard;
    private final Accounts accounts;

    public AccountFunctions(Guard guard, Accounts accounts) {
        this.guard = guard;
        this.accounts = accounts;
    }

    @FunctionName("listAccounts")
    public HttpResponseMessage listAccounts(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "accounts",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return guard.admit(request, context, caller -> Reply.ok(Map.of("accounts", accounts.all())));
    }

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
        return guard.admit(request, context, caller -> accounts.find(id)
                .map(Reply::ok)
                .orElseGet(() -> Reply.of(ProblemType.NOT_FOUND)));
    }

    @FunctionName("provisionAccount")
    public HttpResponseMessage provisionAccount(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "accounts",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return guard.admit(request, context, caller -> provision(AccountBody.in(request)));
    }

    private Reply provision(AccountBody body) {
        if (body instanceof AccountBody.Faulty faulty) {
            return Reply.of(faulty.problem(), faulty.fields());
        }
        Account account = ((AccountBody.Valid) body).account();
        return accounts.add(account)
                ? Reply.created("accounts/" + account.id(), account)
                : Reply.of(ProblemType.CONFLICT);
    }
}
