package dev.gatehouse.cli;

import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.chain.host.HostStartException;
import dev.gatehouse.chain.http.PortTakenException;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.taskhub.UnreadableHistory;
import java.io.UncheckedIOException;

/** The error message for a person: what is wrong and what to do, without a stack trace. */
final class ErrorMessages {
    private ErrorMessages() {}

    static String message(Exception fault) {
        if (fault instanceof PortTakenException) {
            return fault.getMessage() + " with --port (gateway) or --function-port (function app)";
        }
        if (fault instanceof PolicyRefused) {
            return "a policy of the deployment (infra/policies) cannot be executed:\n" + fault.getMessage();
        }
        if (fault instanceof UserInputException
                || fault instanceof HostStartException
                || fault instanceof DeploymentFault
                || fault instanceof UnreadableInput
                || fault instanceof UnreadableHistory) {
            return String.valueOf(fault.getMessage());
        }
        if (fault instanceof UncheckedIOException io) {
            return io.getMessage() + " (" + io.getCause() + ")";
        }
        return "internal error of gatehouse, please report it: " + fault;
    }
}
