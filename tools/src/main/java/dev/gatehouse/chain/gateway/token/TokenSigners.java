package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;

/** The signers whose tokens a policy accepts: they read a token and verify its signature. */
@FunctionalInterface
public interface TokenSigners {
    Presented read(String compact);

    /** The result of reading a text. */
    sealed interface Presented {
        record Token(TokenUnderCheck token) implements Presented {}

        /** Not a readable token. */
        record Nothing(CheckResult fault) implements Presented {}
    }

    /** The gateway's reason for a text that is not a token. */
    static Presented unreadable(TokenReading.Unreadable reading) {
        CheckResult fault = reading.fault();
        return new Presented.Nothing(fault.as(GatewayCheckId.ofSignature(fault.reason())));
    }
}
