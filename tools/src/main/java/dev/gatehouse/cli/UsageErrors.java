package dev.gatehouse.cli;

import dev.gatehouse.redaction.Redaction;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Messages for invalid command lines, without any token or key that may be on them. */
final class UsageErrors {
    private UsageErrors() {}

    static String message(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            Object command = fault.getCommandLine().getCommand();
            return command instanceof TakesNoArguments taking
                            && unmatched.getSuggestions().isEmpty()
                    ? taking.whyNoArguments()
                    : unknown(unmatched);
        }
        return hidden(fault);
    }

    /** With the nearest option or command, if one is near. */
    private static String unknown(UnmatchedArgumentException unmatched) {
        boolean hasCommands =
                !unmatched.getCommandLine().getCommandSpec().subcommands().isEmpty();
        String kind = hasCommands ? "unknown command" : "unexpected argument";
        return (unmatched.isUnknownOption() ? "unknown option" : kind) + " '"
                + Redaction.hidden(unmatched.getUnmatched().get(0)) + "'"
                + unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(near -> ", did you mean '" + near.substring(near.lastIndexOf(' ') + 1) + "'?")
                        .orElse("");
    }

    private static String hidden(ParameterException fault) {
        return Redaction.hidden(String.valueOf(fault.getMessage()));
    }

    /** A command whose users might pass a secret as an argument. */
    interface TakesNoArguments {
        String whyNoArguments();
    }
}
