package dev.gatehouse.cli;

import dev.gatehouse.token.Redaction;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, without what may be a token or a key on it. */
final class WrongArguments {
    private WrongArguments() {}

    static String message(ParameterException fault) {
        Object command = fault.getCommandLine().getCommandSpec().userObject();
        return fault instanceof UnmatchedArgumentException && command instanceof TakesNoArguments taking
                ? taking.whyNoArguments()
                : Redaction.hidden(String.valueOf(fault.getMessage()));
    }

    /** A command whose users may take an argument for the place to put a secret. */
    interface TakesNoArguments {
        String whyNoArguments();
    }
}
