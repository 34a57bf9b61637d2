package dev.gatehouse.doctor.token;

/** @param needsNewToken whether it shows only in a token that is issued afterwards */
record Remedy(String text, boolean needsNewToken) {
    static Remedy atOnce(String text) {
        return new Remedy(text, false);
    }

    static Remedy inNewTokens(String text) {
        return new Remedy(text, true);
    }
}
