package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Caller;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.Verification;
import dev.gatehouse.token.Verifier;
import dev.gatehouse.token.Violation;
import java.util.List;
import java.util.Optional;

/** Decides who is admitted: the contract's operation, one bearer token, its verification, the operation's requirement. */
public final class Admission {
    private final Optional<Rules> rules;

    /** What a sound app decides by. */
    private record Rules(Contract contract, Verifier verifier) {}

    private Admission(Optional<Rules> rules) {
        this.rules = rules;
    }

    public static Admission by(Contract contract, Verifier verifier) {
        return new Admission(Optional.of(new Rules(contract, verifier)));
    }

    /** Admits nobody to anything: for an app whose settings or contract are faulty. */
    public static Admission misconfigured() {
        return new Admission(Optional.empty());
    }

    Decision decide(HttpRequestMessage<?> request, String function) {
        Optional<Requirement> requirement = operation(function).flatMap(Operation::requirement);
        if (requirement.isEmpty()) {
            return misconfiguration(function, "a contract entry with roles or scopes");
        }
        BearerToken token = BearerToken.in(request);
        if (token instanceof BearerToken.Unusable unusable) {
            return Decision.Refused.because(unusable.violation());
        }
        return decide(rules.orElseThrow().verifier().verify(((BearerToken.Sent) token).value()), requirement.get());
    }

    /** Empty when the function may serve anybody. */
    Optional<Decision.Refused> decideOpen(String function) {
        return operation(function).filter(Operation::isPublic).isPresent()
                ? Optional.empty()
                : Optional.of(misconfiguration(function, "a contract entry with \"public\": true"));
    }

    private Optional<Operation> operation(String function) {
        return rules.flatMap(sound -> sound.contract().operation(function));
    }

    private Decision.Refused misconfiguration(String function, String expected) {
        return Decision.Refused.because(new Violation(
                Reason.MISCONFIGURED,
                rules.isPresent() ? expected : "sound settings and contract",
                rules.isPresent() ? "none for " + function : "faults, listed in the log when the app loads"));
    }

    private static Decision decide(Verification verification, Requirement requirement) {
        if (verification instanceof Verification.Accepted accepted) {
            return decide(accepted.caller(), requirement);
        }
        if (verification instanceof Verification.Refused refused) {
            return new Decision.Refused(refused.violations(), refused.ids(), Optional.empty());
        }
        return Decision.Refused.because(((Verification.Undecided) verification).violation());
    }

    private static Decision decide(Caller caller, Requirement requirement) {
        return Permission.missing(requirement, caller)
                .<Decision>map(missing ->
                        new Decision.Refused(List.of(missing), Optional.of(caller.ids()), Optional.of(requirement)))
                .orElseGet(() -> new Decision.Admitted(caller));
    }
}
