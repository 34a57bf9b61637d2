package dev.gatehouse.cli;

import dev.gatehouse.doctor.token.PastedInput;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;

/** Reads keys and tokens from environment variables and files; never from the command line, which other users can see. */
final class SecretText {
    private static final String STANDARD_INPUT = "-";

    private SecretText() {}

    /** @throws UserInputException when the environment variable is not set */
    static String ofEnvironment(String option, String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new UserInputException(
                    option + " must be the name of an environment variable; the given one is not set");
        }
        return value.strip();
    }

    /**
     * A token from a file, or from standard input.
     *
     * @throws UserInputException when the input is not a token; the message never quotes it
     */
    static String tokenOf(String option, String file) {
        if (!(PastedInput.read(content(option, file)) instanceof PastedInput.OneToken pasted)) {
            throw new UserInputException(
                    option + ": what it names holds no access token; ./gatehouse doctor token says more");
        }
        String token = pasted.token();
        if (SignedToken.read(token) instanceof TokenReading.Unreadable unreadable) {
            throw new UserInputException(option + ": the input is not an access token ("
                    + unreadable.fault().id().code() + "); for details run: ./gatehouse doctor token");
        }
        return token;
    }

    private static String content(String option, String file) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? GivenText.read(System.in, "standard input")
                    : GivenText.read(WorkingDirPathConverter.file(file));
        } catch (UnreadableInput unreadable) {
            throw new UserInputException(option + ": " + unreadable.getMessage());
        }
    }
}
