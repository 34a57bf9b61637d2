package dev.gatehouse.middleware;

/** The problems beside refusals: what a function can find wrong with a request, and its failure. */
public enum ProblemType {
    BODY_INVALID("body-invalid", 400, "the body is not what the operation takes"),
    NOT_FOUND("not-found", 404, "there is no such thing"),
    CONFLICT("conflict", 409, "there is one already"),
    LENGTH_REQUIRED("length-required", 411, "a chunked body does not reach a Java function: send Content-Length"),
    MEDIA_TYPE_UNSUPPORTED("media-type-unsupported", 415, "the body must be application/json"),
    INTERNAL_ERROR("internal-error", 500, "the function failed");

    private final String code;
    private final int status;
    private final String title;

    ProblemType(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    public String code() {
        return code;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
