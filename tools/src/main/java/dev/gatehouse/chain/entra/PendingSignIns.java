package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.AuthorizationRequest.Prompt;
import dev.gatehouse.chain.entra.BrowserSessions.Browser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that were begun in a browser and are not finished: each belongs to that browser and lasts 15 minutes. */
final class PendingSignIns {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Clock clock;
    private final Recent<PendingSignIn> pending = new Recent<>();

    PendingSignIns(Clock clock) {
        this.clock = clock;
    }

    /**
     * A sign-in.
     *
     * @param userObjectId the user who was chosen in it, whoever signs in to the same browser afterwards
     */
    record PendingSignIn(Browser browser, SignInPurpose purpose, Optional<String> userObjectId, Instant expires) {
        PendingSignIn by(String user) {
            return new PendingSignIn(browser, purpose, Optional.of(user), expires);
        }
    }

    /** What a sign-in is for. */
    sealed interface SignInPurpose {
        Client client();

        RequestedAccess access();

        /** Whether the user must see what is asked for, although it was granted. */
        boolean asksForConsent();

        /** A client waits for a code at its redirect address. */
        record ForApplication(AuthorizationRequest request) implements SignInPurpose {
            @Override
            public Client client() {
                return request.client();
            }

            @Override
            public RequestedAccess access() {
                return request.access();
            }

            @Override
            public boolean asksForConsent() {
                return request.interaction().is(Prompt.CONSENT);
            }
        }

        /** A device waits for the user to approve the code that it shows. */
        record ForDevice(DeviceCodes.Asked asked, Client client) implements SignInPurpose {
            @Override
            public RequestedAccess access() {
                return asked.access();
            }

            @Override
            public boolean asksForConsent() {
                return false;
            }
        }
    }

    /** @return what the browser's forms name it by */
    synchronized String begin(Browser browser, SignInPurpose purpose) {
        String id = RandomId.base64Url(32);
        pending.put(
                id,
                new PendingSignIn(
                        browser, purpose, Optional.empty(), clock.instant().plus(LIFETIME)));
        return id;
    }

    synchronized void choose(String id, String userObjectId) {
        pending.computeIfPresent(id, (same, open) -> open.by(userObjectId));
    }

    synchronized Optional<PendingSignIn> find(Browser browser, String id) {
        return Optional.ofNullable(pending.get(id))
                .filter(each -> each.browser().id().equals(browser.id()))
                .filter(each -> clock.instant().isBefore(each.expires()));
    }

    /** Ends it, so that its forms cannot be sent again. */
    synchronized void finish(String id) {
        pending.remove(id);
    }
}
