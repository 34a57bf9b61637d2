package dev.gatehouse.chain.gateway.policy;

/** The four parts of a policy document, in their order. */
enum Section {
    INBOUND("inbound"),
    BACKEND("backend"),
    OUTBOUND("outbound"),
    ON_ERROR("on-error");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether headers set here belong to the response. */
    boolean isAboutTheAnswer() {
        return this == OUTBOUND || this == ON_ERROR;
    }
}
