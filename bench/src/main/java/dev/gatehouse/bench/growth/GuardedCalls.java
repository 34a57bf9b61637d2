package dev.gatehouse.bench.growth;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.token.BenchVerifier;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Calls of one function with several tokens in turn, from the request to the response and the decision line. */
final class GuardedCalls {
    private static final String ROLE = "Accounts.Read";

    private final Guard guard;
    private final BenchContext context;
    private final List<BenchCall> calls;
    private int next;

    private GuardedCalls(Guard guard, BenchContext context, List<BenchCall> calls) {
        this.guard = guard;
        this.context = context;
        this.calls = calls;
    }

    /**
     * All tokens were sent once.
     *
     * @param operations how many the contract has; the last one is called
     */
    static GuardedCalls of(BenchEntra entra, int tokens, int operations) {
        Authorizer authorizer =
                Authorizer.by(contract(operations), BenchVerifier.of(entra).verifier(), Optional.empty());
        List<BenchCall> calls =
                entra.tokens().subList(0, tokens).stream().map(BenchCall::with).toList();
        GuardedCalls guarded = new GuardedCalls(
                new Guard(authorizer, "bench", () -> true), new BenchContext("operation" + (operations - 1)), calls);
        guarded.run(tokens);
        return guarded;
    }

    void run(int times) {
        for (int i = 0; i < times; i++) {
            BenchCall call = calls.get(next);
            next = (next + 1) % calls.size();
            int status = guard.admit(call, context, caller -> served(call)).getStatusCode();
            if (status != 200) {
                throw new IllegalStateException("a valid token was answered " + status);
            }
        }
    }

    private static HttpResponseMessage served(BenchCall call) {
        return call.createResponseBuilder(HttpStatus.OK)
                .header("Content-Type", "application/json")
                .body("{\"accounts\":[]}")
                .build();
    }

    private static Contract contract(int operations) {
        Requirement requirement = new Requirement(List.of(ROLE), List.of(), List.of());
        return new Contract(
                "bench",
                List.of("2.0"),
                List.of(),
                List.of(),
                IntStream.range(0, operations)
                        .mapToObj(i -> new Operation(
                                "operation" + i, "GET", "route" + i, Optional.of(requirement), false, Optional.empty()))
                        .toList(),
                Set.of(),
                List.of(),
                Contract.Retired.NOTHING);
    }
}
