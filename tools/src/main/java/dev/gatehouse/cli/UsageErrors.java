package dev.gatehouse.cli;

import dev.gatehouse.redaction.Redaction;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, without what may be a token or a key on it. */
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

    /** A command whose users may take an argument for the place to put a secret. */
    interface TakesNoArguments {
        String whyNoArguments();
    }
}
