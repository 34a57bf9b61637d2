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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides who is admitted: the contract's operation, one bearer token, its verification, the operation's requirement. */
public final class Authorizer {
    private final Optional<Rules> rules;

    /** What a sound app decides by. */
    private record Rules(Map<String, Operation> operations, Verifier verifier, Optional<String> gateway) {}

    /** What is wrong where the gateway does not say for whom it calls. */
    public static final Violation NOBODY = new Violation(
            Reason.FORWARDED_CALLER_MALFORMED,
            "the gateway names the application and the principal it speaks for",
            "not so");

    private Authorizer(Optional<Rules> rules) {
        this.rules = rules;
    }

    /** @param gateway object id of the gateway that may speak for its callers; empty where callers' own tokens come through */
    public static Authorizer by(Contract contract, Verifier verifier, Optional<String> gateway) {
        Map<String, Operation> operations = new HashMap<>();
        contract.operations().forEach(operation -> operations.put(operation.function(), operation));
        return new Authorizer(Optional.of(new Rules(operations, verifier, gateway)));
    }

    /** Admits nobody to anything: for an app whose settings or contract are faulty. */
    public static Authorizer misconfigured() {
        return new Authorizer(Optional.empty());
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
        Verification verification = rules.orElseThrow().verifier().verify(((BearerToken.Sent) token).value());
        return decide(verification, requirement.get(), request);
    }

    /** Empty when the function may serve anybody. */
    Optional<Decision.Refused> decideOpen(String function) {
        return operation(function).filter(Operation::isPublic).isPresent()
                ? Optional.empty()
                : Optional.of(misconfiguration(function, "a contract entry with \"public\": true"));
    }

    private Optional<Operation> operation(String function) {
        return rules.map(sound -> sound.operations().get(function));
    }

    private Decision.Refused misconfiguration(String function, String expected) {
        return Decision.Refused.because(new Violation(
                Reason.MISCONFIGURED,
                rules.isPresent() ? expected : "sound settings and contract",
                rules.isPresent() ? "none for " + function : "faults, listed in the log when the app loads"));
    }

    private Decision decide(Verification verification, Requirement requirement, HttpRequestMessage<?> request) {
        if (verification instanceof Verification.Accepted accepted) {
            return isGateway(accepted.caller())
                    ? speaking(accepted.caller(), requirement, request)
                    : permitted(
                            new AdmittedCaller(accepted.caller(), Optional.empty()),
                            Authorities.of(accepted.caller()).missing(requirement),
                            requirement);
        }
        if (verification instanceof Verification.Refused refused) {
            return new Decision.Refused(refused.violations(), refused.ids(), Optional.empty(), Optional.empty());
        }
        return Decision.Refused.because(((Verification.Undecided) verification).violation());
    }

    private boolean isGateway(Caller caller) {
        return rules.flatMap(Rules::gateway).equals(Optional.of(caller.objectId()));
    }

    /** The gateway must be allowed to speak for others, say for whom, and the other must be permitted. */
    private static Decision speaking(Caller gateway, Requirement requirement, HttpRequestMessage<?> request) {
        Optional<DelegatedCaller> forwarded = DelegatedCaller.in(request);
        Optional<Violation> missing = Authorities.of(gateway)
                .missingOfGateway()
                .or(() -> forwarded.isPresent() ? Optional.empty() : Optional.of(NOBODY))
                .or(() -> Authorities.of(forwarded.orElseThrow()).missing(requirement));
        return permitted(new AdmittedCaller(gateway, forwarded), missing, requirement);
    }

    private static Decision permitted(AdmittedCaller caller, Optional<Violation> missing, Requirement requirement) {
        return missing.<Decision>map(violation -> new Decision.Refused(
                        List.of(violation),
                        Optional.of(caller.caller().ids()),
                        caller.speaksFor(),
                        Optional.of(requirement)))
                .orElseGet(() -> new Decision.Admitted(caller));
    }
}
