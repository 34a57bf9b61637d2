package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Device code sign-ins, pending and finished (RFC 8628). */
final class DeviceCodes {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String USER_CODE_LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // without letters and digits that look alike

    private final Clock clock;
    private final Recent<Pending> pending = new Recent<>();

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

    /** What a device asks the user for. */
    record Asked(String userCode, String clientId, RequestedAccess access) {}

    private record Pending(Asked asked, Instant expires, Optional<User> user, boolean isDeclined) {
        Pending signedInBy(User person) {
            return new Pending(asked, expires, Optional.of(person), false);
        }

        Pending declined() {
            return new Pending(asked, expires, Optional.empty(), true);
        }
    }

    /** A finished sign-in. */
    record SignIn(User user, RequestedAccess access) {}

    synchronized Codes begin(String clientId, RequestedAccess access) {
        Codes codes = new Codes(RandomId.base64Url(64), RandomId.of(USER_CODE_LETTERS, 9));
        Instant expires = clock.instant().plus(LIFETIME);
        pending.put(
                codes.device(),
                new Pending(new Asked(codes.user(), clientId, access), expires, Optional.empty(), false));
        return codes;
    }

    /** The sign-in that a code belongs to, as a user writes it; empty when it is unknown, expired, or was answered already. */
    synchronized Optional<Asked> asked(String userCode) {
        return open(userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT))
                .map(entry -> entry.getValue().asked());
    }

    /** Finishes a sign-in as if the user entered the code; false when no open sign-in has it. */
    synchronized boolean signIn(String userCode, User person) {
        Optional<Map.Entry<String, Pending>> open = open(userCode);
        open.ifPresent(entry -> entry.setValue(entry.getValue().signedInBy(person)));
        return open.isPresent();
    }

    /** Ends a sign-in without a user. */
    synchronized void decline(String userCode) {
        open(userCode).ifPresent(entry -> entry.setValue(entry.getValue().declined()));
    }

    private Optional<Map.Entry<String, Pending>> open(String userCode) {
        return pending.entrySet().stream()
                .filter(entry -> entry.getValue().asked().userCode().equals(userCode))
                .filter(entry -> clock.instant().isBefore(entry.getValue().expires()))
                .filter(entry ->
                        entry.getValue().user().isEmpty() && !entry.getValue().isDeclined())
                .findFirst();
    }

    /** The finished sign-in; it is returned once only. */
    synchronized EntraResult<SignIn> redeem(String deviceCode, String clientId) {
        Pending open = pending.get(deviceCode);
        if (open == null || !open.asked().clientId().equals(clientId)) {
            return EntraError.DEVICE_CODE_UNKNOWN.refuse();
        }
        if (!clock.instant().isBefore(open.expires())) {
            return EntraError.DEVICE_CODE_EXPIRED.refuse();
        }
        if (open.isDeclined()) {
            return EntraError.DEVICE_DECLINED.refuse();
        }
        if (open.user().isEmpty()) {
            return EntraError.AUTHORIZATION_PENDING.refuse();
        }
        pending.remove(deviceCode);
        return EntraResult.granted(new SignIn(open.user().get(), open.asked().access()));
    }
}
