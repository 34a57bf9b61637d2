package dev.gatehouse.cli;

import dev.gatehouse.redaction.Redaction;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Messages for invalid command lines, without any token or key that may be on them. */
final class UsageErrors {
    private UsageErrors() {}

    static String message(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException) {
            Object command = fault.getCommandLine().getCommand();
            return command instanceof TakesNoArguments taking ? taking.whyNoArguments() : hidden(fault);
        }
        return hidden(fault);
    }

    private static String hidden(ParameterException fault) {
        return Redaction.hidden(String.valueOf(fault.getMessage()));
    }

    /** A command whose users might pass a secret as an argument. */
    interface TakesNoArguments {
        String whyNoArguments();
    }
}
