package dev.gatehouse.chain.gateway.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.http.Response;

/**
 * Why a policy failed.
 *
 * @param reason API Management's name for it
 * @param expected for the operator, without secrets
 * @param actual for the operator, without secrets
 * @param answer the response to the caller
 */
public record PolicyFailure(String reason, String expected, String actual, Response answer) {

    static PolicyFailure internal(String reason, String expected, String actual) {
        return new PolicyFailure(reason, expected, actual, answer(500, "Internal server error"));
    }

    /** Expected and actual in one sentence. */
    public String detail() {
        return "expected " + expected + "; actual " + actual;
    }

    /** An expression that failed while it was computed. */
    static PolicyFailure expression(ExpressionFailed failed) {
        return internal("ExpressionValueEvaluationFailure", "a value", String.valueOf(failed.getMessage()));
    }

    /** An error response in API Management's form. */
    public static Response answer(int status, String message) {
        return Response.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("statusCode", status)
                        .put("message", message)
                        .toString());
    }
}
