package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.entra.directory.ClientSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** The secret of the demonstration's clients: generated at each start, valid for one day, known to this process only. */
public record DemoSecret(ClientSecret credential) {

    public static DemoSecret random(Clock clock) {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new DemoSecret(new ClientSecret(
                HexFormat.of().formatHex(bytes), clock.instant().plus(Duration.ofDays(1))));
    }

    public String value() {
        return credential.value();
    }

    /** The scope that this client requests. */
    public String scope(Chain chain) {
        return chain.deployment().registrations().front().api().identifierUris().get(0) + "/.default";
    }

    @Override
    public String toString() {
        return "the demonstration's secret";
    }
}
