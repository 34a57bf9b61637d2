package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.Verification;
import dev.gatehouse.token.VerifiedCaller;
import dev.gatehouse.token.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides on a call: the contract's operation, one bearer token, its verification, the operation's requirement. */
public final class Authorizer {
    private final Optional<Rules> rules;
    private final Set<String> explicit;

    /** What an app without faults decides by. */
    private record Rules(
            Map<String, List<Operation>> operations,
            Verifier verifier,
            Optional<String> gateway,
            Contract.Retired retired) {}

    /** What is wrong where the gateway does not say on whose behalf it calls. */
    public static final CheckResult NO_CALLER = CheckResult.refused(
            Reason.FORWARDED_CALLER_MALFORMED,
            "the gateway names the application and the principal on whose behalf it calls",
            "it does not");

    private Authorizer(Optional<Rules> rules, Set<String> explicit) {
        this.rules = rules;
        this.explicit = Set.copyOf(explicit);
    }

    /** @param gateway object id of the gateway that may call on others' behalf; empty where callers' own tokens come through */
    public static Authorizer by(Contract contract, Verifier verifier, Optional<String> gateway) {
        Map<String, List<Operation>> operations =
                contract.operations().stream().collect(Collectors.groupingBy(Operation::function));
        return new Authorizer(
                Optional.of(new Rules(operations, verifier, gateway, contract.retired())), contract.explicit());
    }

    /**
     * Refuses every call: for an app with faulty settings or a faulty contract.
     *
     * @param explicit as the contract says, where at least that can be read
     */
    public static Authorizer misconfigured(Set<String> explicit) {
        return new Authorizer(Optional.empty(), explicit);
    }

    boolean isExplicit(String function) {
        return explicit.contains(function);
    }

    Decision decide(String function, HttpRequestMessage<?> request) {
        List<Operation> operations = rules.map(sound -> sound.operations().getOrDefault(function, List.of()))
                .orElse(List.of());
        if (operations.isEmpty()) {
            return misconfigured(function);
        }
        String method = request.getHttpMethod().name();
        for (Operation operation : operations) {
            if (operation.method().equals(method)) {
                return operation.requirement().isEmpty()
                        ? new Decision.Open()
                        : decide(request, operation, operation.requirement().get());
            }
        }
        return methodNotAllowed(method, operations);
    }

    Decision misconfigured(String function) {
        return Decision.Refused.because(CheckResult.refused(
                Reason.MISCONFIGURED,
                rules.isPresent()
                        ? "a contract entry that fits how the function is guarded"
                        : "settings and contract without faults",
                rules.isPresent() ? "none for " + function : "faults, listed in the log when the app loads"));
    }

    private static Decision methodNotAllowed(String method, List<Operation> operations) {
        String allowed = operations.stream().map(Operation::method).collect(Collectors.joining(", "));
        return new Decision.Refused(
                List.of(CheckResult.refused(Reason.METHOD_NOT_ALLOWED, allowed, method)),
                Optional.empty(),
                Optional.empty(),
                operations,
                Duration.ZERO);
    }

    private Decision decide(HttpRequestMessage<?> request, Operation operation, Requirement requirement) {
        BearerToken token = BearerToken.in(request);
        if (token instanceof BearerToken.Unusable unusable) {
            return Decision.Refused.because(unusable.refusal());
        }
        PresentedToken sent = ((BearerToken.Sent) token).token();
        Verification verification = rules.orElseThrow().verifier().verify(sent.value());
        if (verification instanceof Verification.Accepted accepted) {
            return decide(request, operation, requirement, new Presented(accepted.caller(), sent));
        }
        Verification.Refused refused = (Verification.Refused) verification;
        return new Decision.Refused(
                refused.refusals(), refused.ids(), Optional.empty(), List.of(), refused.retryAfter());
    }

    /** What a verified token says, and the token. */
    private record Presented(VerifiedCaller caller, PresentedToken token) {}

    private Decision decide(
            HttpRequestMessage<?> request, Operation operation, Requirement requirement, Presented token) {
        VerifiedCaller presented = token.caller();
        if (!rules.flatMap(Rules::gateway).equals(Optional.of(presented.objectId()))) {
            return permitted(
                    Caller.of(presented),
                    token,
                    Authorities.of(presented).missing(requirement),
                    operation,
                    Optional.empty());
        }
        Optional<DelegatedCaller> delegated = DelegatedCaller.in(request);
        List<CheckResult> ofGateway = Authorities.of(presented).missing(AccessChecks.OF_GATEWAY);
        List<CheckResult> missing = ofGateway.isEmpty()
                ? delegated
                        .map(each -> Authorities.of(each).missing(requirement))
                        .orElse(List.of(NO_CALLER))
                : ofGateway;
        Caller caller = delegated.map(each -> Caller.of(each, presented)).orElseGet(() -> Caller.of(presented));
        return permitted(caller, token, missing, operation, delegated);
    }

    private Decision permitted(
            Caller caller,
            Presented token,
            List<CheckResult> missing,
            Operation operation,
            Optional<DelegatedCaller> delegated) {
        return missing.isEmpty()
                ? new Decision.Admitted(
                        caller.without(rules.orElseThrow().retired()),
                        token.caller().ids(),
                        token.token())
                : new Decision.Refused(
                        missing, Optional.of(token.caller().ids()), delegated, List.of(operation), Duration.ZERO);
    }
}
