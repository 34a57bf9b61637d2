package dev.gatehouse.chain.demo;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallRow.Answer;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One call of the demonstration, before it is made.
 *
 * @param operation that is called, such as {@code GET accounts/{id}}; for people
 * @param caller who calls, and with what
 * @param door at which the call is made
 * @param request without the token
 * @param token empty for a call without one
 */
record DemoCall(
        String operation,
        String caller,
        URI door,
        Request request,
        Optional<Supplier<DemoTokenOutcome>> token,
        Expected expected) {

    /** What the call must be answered. */
    sealed interface Expected {

        /** The function answers, whatever it does with the request; a failure of the function is not an answer. */
        record ByFunction() implements Expected {
            @Override
            public String toString() {
                return Layer.FUNCTION.title();
            }
        }

        /** The same; or it calls onward, and says that the gateway keeps the user's token, as it does in this flow. */
        record ByFunctionUnlessOnward() implements Expected {
            static final String CODE = "onward-token-not-forwarded";

            @Override
            public String toString() {
                return Layer.FUNCTION.title() + ", or 503 " + CODE;
            }
        }

        /** @param reason part of the layer's reason */
        record Refused(int status, Layer layer, String reason) implements Expected {
            @Override
            public String toString() {
                return status + " " + layer.title();
            }
        }

        /**
         * The function asks for something that only the user or an administrator can do.
         *
         * @param error in {@code WWW-Authenticate}, such as {@code insufficient_claims}
         */
        record Challenged(int status, String error) implements Expected {
            @Override
            public String toString() {
                return status + " " + Layer.FUNCTION.title() + ", " + error;
            }
        }

        /** @param code of Entra, such as {@code AADSTS501051} */
        record NoToken(String code) implements Expected {
            @Override
            public String toString() {
                return code + " " + Layer.ENTRA.title();
            }
        }
    }

    /** Makes the call. */
    CallRow made(DemoCaller client) {
        Request asked = request;
        if (token.isPresent()) {
            DemoTokenOutcome outcome = token.get().get();
            if (outcome instanceof DemoTokenOutcome.Refused refused) {
                boolean ok =
                        expected instanceof Expected.NoToken none && none.code().equals(refused.code());
                return row(new Answer(refused.code(), Layer.ENTRA.title(), ""), ok);
            }
            asked = request.with("Authorization", "Bearer " + ((DemoTokenOutcome.Issued) outcome).token());
        }
        DemoCaller.Answered answered = client.call(door, asked);
        int status = answered.response().status();
        boolean ok = isExpected(answered, status);
        String reason = ok && expected instanceof Expected.ByFunction ? "" : answered.reason();
        return row(new Answer(String.valueOf(status), answered.layer().title(), reason), ok);
    }

    private boolean isExpected(DemoCaller.Answered answered, int status) {
        if (expected instanceof Expected.ByFunction) {
            return answered.layer() == Layer.FUNCTION && status < 500;
        }
        if (expected instanceof Expected.ByFunctionUnlessOnward) {
            boolean isKept = status == 503
                    && answered.response().bodyText().contains(":" + Expected.ByFunctionUnlessOnward.CODE + "\"");
            return answered.layer() == Layer.FUNCTION && (status < 500 || isKept);
        }
        if (expected instanceof Expected.Challenged challenged) {
            return answered.layer() == Layer.FUNCTION
                    && status == challenged.status()
                    && challenge(answered).contains("error=\"" + challenged.error() + "\"");
        }
        return expected instanceof Expected.Refused refused
                && refused.status() == status
                && refused.layer() == answered.layer()
                && answered.reason().contains(refused.reason());
    }

    private static String challenge(DemoCaller.Answered answered) {
        return answered.response().headers().first("WWW-Authenticate").orElse("");
    }

    private CallRow row(Answer answer, boolean ok) {
        return new CallRow(
                Question.of(operation, caller, expected.toString()),
                ok ? Outcome.passed(answer) : Outcome.failed(answer, ""));
    }
}
