package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Device code sign-ins, pending and finished (RFC 8628); the newest 1,000. */
final class DeviceCodes {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final int CAPACITY = 1_000;
    private static final String USER_CODE_LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // without letters and digits that look alike

    private final Clock clock;
    private final Map<String, Pending> pending = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > CAPACITY;
        }
    };

    DeviceCodes(Clock clock) {
        this.clock = clock;
    }

    /** The two codes of one sign-in: the device keeps one, the user enters the other. */
    record Codes(String device, String user) {
        @Override
        public String toString() {
            return "device code";
        }
    }

    private record Pending(
            String userCode, String clientId, RequestedAccess access, Instant expires, Optional<User> user) {
        Pending signedInBy(User person) {
            return new Pending(userCode, clientId, access, expires, Optional.of(person));
        }
    }

    /** A finished sign-in. */
    record SignIn(User user, RequestedAccess access) {}

    synchronized Codes begin(String clientId, RequestedAccess access) {
        Codes codes = new Codes(RandomId.base64Url(64), RandomId.of(USER_CODE_LETTERS, 9));
        Instant expires = clock.instant().plus(LIFETIME);
        pending.put(codes.device(), new Pending(codes.user(), clientId, access, expires, Optional.empty()));
        return codes;
    }

    /** Finishes a sign-in as if the user entered the code; false when the code is unknown or expired. */
    synchronized boolean signIn(String userCode, User person) {
        Optional<String> device = pending.entrySet().stream()
                .filter(entry -> entry.getValue().userCode().equals(userCode))
                .filter(entry -> clock.instant().isBefore(entry.getValue().expires()))
                .map(Map.Entry::getKey)
                .findFirst();
        device.ifPresent(code -> pending.computeIfPresent(code, (same, open) -> open.signedInBy(person)));
        return device.isPresent();
    }

    /** The finished sign-in; it is returned once only. */
    synchronized EntraResult<SignIn> redeem(String deviceCode, String clientId) {
        Pending open = pending.get(deviceCode);
        if (open == null || !open.clientId().equals(clientId)) {
            return EntraError.DEVICE_CODE_UNKNOWN.refuse();
        }
        if (!clock.instant().isBefore(open.expires())) {
            return EntraError.DEVICE_CODE_EXPIRED.refuse();
        }
        if (open.user().isEmpty()) {
            return EntraError.AUTHORIZATION_PENDING.refuse();
        }
        pending.remove(deviceCode);
        return EntraResult.granted(new SignIn(open.user().get(), open.access()));
    }
}
