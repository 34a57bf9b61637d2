package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;

/** Those whose tokens a policy takes: they read a token and say what its signature is worth. */
@FunctionalInterface
public interface TokenSigners {
    Presented read(String compact);

    /** What a text is. */
    sealed interface Presented {
        record Token(TokenUnderCheck token) implements Presented {}

        /** No token that could be read. */
        record Nothing(CheckResult fault) implements Presented {}
    }

    /** The gateway's word for a text that is no token. */
    static Presented unreadable(TokenReading.Unreadable reading) {
        CheckResult fault = reading.fault();
        return new Presented.Nothing(fault.as(GatewayCheckId.ofSignature(fault.reason())));
    }
}
