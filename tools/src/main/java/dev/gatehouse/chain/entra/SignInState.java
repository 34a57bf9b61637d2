package dev.gatehouse.chain.entra;

import java.time.Clock;

/** What Entra remembers of sign-ins between requests; it outlasts a change of the tenant's content. */
record SignInState(
        DeviceCodes devices,
        AuthorizationCodes codes,
        RefreshTokens refresh,
        BrowserSessions browsers,
        PendingSignIns pending) {

    static SignInState empty(Clock clock) {
        return new SignInState(
                new DeviceCodes(clock),
                new AuthorizationCodes(clock),
                new RefreshTokens(clock),
                new BrowserSessions(clock),
                new PendingSignIns(clock));
    }
}
