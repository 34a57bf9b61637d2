package dev.gatehouse.doctor.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What the token checks of all layers depend on: the issuer's metadata, its keys, and synchronised clocks. */
final class IssuerChecks {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The guard's tolerance; the gateway has none. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Optional<ProbedIssuer> issuer;
    private final Clock clock;

    private interface Answering {
        Outcome judge(ProbedIssuer issuer) throws IOException;
    }

    /** @param issuer empty when no tenant is known */
    IssuerChecks(Optional<ProbedIssuer> issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    List<ProbeCheck> all() {
        return List.of(
                check(
                        new Question(
                                "issuer-discovery",
                                "issuer",
                                "discovery",
                                "the tenant's issuer",
                                "the metadata names the issuer that tokens must contain"),
                        this::discovery),
                check(
                        new Question(
                                "issuer-keys",
                                "issuer",
                                "key set",
                                "the key that signed the valid token",
                                "valid tokens can be verified with the keys that the guard reads"),
                        this::keys),
                check(
                        new Question(
                                "issuer-clock",
                                "issuer",
                                "clock",
                                "at most 60 s difference to this machine",
                                "valid tokens are not rejected because of clock differences"),
                        this::clocks));
    }

    private Outcome discovery(ProbedIssuer from) throws IOException {
        Response answer = read(from, metadata(from));
        String named = JSON.readTree(answer.body()).path("issuer").asText();
        String expected = from.tenant().issuer(from.version());
        return named.equals(expected)
                ? Outcome.passed(named)
                : Outcome.failed(
                        answer.status() + " " + named, "expected the issuer " + expected + ": is the tenant correct?");
    }

    private Outcome keys(ProbedIssuer from) throws IOException {
        Optional<SignedToken> token = from.token()
                .map(SignedToken::read)
                .flatMap(reading -> reading instanceof TokenReading.Readable readable
                        ? Optional.of(readable.token())
                        : Optional.empty());
        if (token.isEmpty()) {
            return Outcome.notTried("--token-file FILE, a valid token to verify");
        }
        IssuerKeys keys = new IssuerKeys(address -> read(from, address).body(), clock, Runnable::run, notice -> {});
        SignatureCheck.Outcome outcome =
                new SignatureCheck(keys).check(token.get(), from.tenant().metadata(from.version()));
        if (outcome instanceof SignatureCheck.Outcome.Signed) {
            return Outcome.passed("key " + token.get().keyId());
        }
        String reason = outcome.fault().orElseThrow().id().code();
        return Outcome.failed(
                reason, "none of the keys of " + metadata(from) + " verifies the signature of the valid token");
    }

    private Outcome clocks(ProbedIssuer from) throws IOException {
        String date = read(from, metadata(from)).headers().first("Date").orElse("");
        try {
            Duration apart = Duration.between(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    clock.instant());
            String actual = Math.abs(apart.toSeconds()) + " s "
                    + (apart.isNegative() ? "behind the issuer" : "ahead of the issuer");
            return apart.abs().compareTo(SKEW) <= 0
                    ? Outcome.passed(actual)
                    : Outcome.failed(actual, "this machine's clock is wrong: synchronise it with NTP");
        } catch (DateTimeException none) {
            return Outcome.notTried("a response with a Date header");
        }
    }

    private static URI metadata(ProbedIssuer from) {
        return from.tenant().metadata(from.version()).address();
    }

    private static Response read(ProbedIssuer from, URI address) throws IOException {
        URI origin = URI.create(address.getScheme() + "://" + address.getRawAuthority());
        Response answer = from.web().attempt(origin, Request.get(address.getRawPath()));
        if (answer.status() != 200) {
            throw new IOException(address + " answered " + answer.status());
        }
        return answer;
    }

    private ProbeCheck check(Question question, Answering answering) {
        return new ProbeCheck() {
            @Override
            public Question question() {
                return question;
            }

            @Override
            public Outcome judge() {
                if (issuer.isEmpty()) {
                    return Outcome.notTried("--tenant ID, or a valid token that names its tenant");
                }
                try {
                    return answering.judge(issuer.get());
                } catch (IOException unreadable) {
                    return Outcome.failed(
                            "no answer", "the issuer's metadata or keys cannot be read: " + unreadable.getMessage());
                }
            }
        };
    }
}
