package dev.gatehouse.doctor.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
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

/** What every layer's check of a token rests on: the issuer's metadata, its keys, and clocks that agree. */
final class IssuerChecks {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The guard's tolerance; the gateway has none. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Optional<ProbedIssuer> issuer;
    private final Clock clock;

    private interface Answering {
        Judged judge(ProbedIssuer issuer) throws IOException;
    }

    /** @param issuer empty when nobody has said which */
    IssuerChecks(Optional<ProbedIssuer> issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    List<ProbeCheck> all() {
        return List.of(
                check(
                        new Question(
                                "issuer-discovery",
                                "issuer: discovery",
                                "the tenant's own issuer",
                                "the issuer that tokens must name is published as configured"),
                        this::discovery),
                check(
                        new Question(
                                "issuer-keys",
                                "issuer: key set",
                                "a key that has signed the good token",
                                "good tokens can be verified, with keys read as the guard reads them"),
                        this::keys),
                check(
                        new Question(
                                "issuer-clock",
                                "issuer: clock",
                                "at most 60 s from this machine's",
                                "tokens are not too new or too old here for the clocks alone"),
                        this::clocks));
    }

    private Judged discovery(ProbedIssuer from) throws IOException {
        Response answer = read(from, metadata(from));
        String named = JSON.readTree(answer.body()).path("issuer").asText();
        String expected = from.tenant().issuer(from.version());
        return named.equals(expected)
                ? Judged.passed(named)
                : Judged.failed(
                        answer.status() + " " + named, "expected the issuer " + expected + ": is the tenant right?");
    }

    private Judged keys(ProbedIssuer from) throws IOException {
        Optional<SignedToken> token = from.token()
                .map(SignedToken::read)
                .flatMap(reading -> reading instanceof TokenReading.Readable readable
                        ? Optional.of(readable.token())
                        : Optional.empty());
        if (token.isEmpty()) {
            return Judged.notTried("--token-file FILE, a good token to verify");
        }
        IssuerKeys keys = new IssuerKeys(address -> read(from, address).body(), clock, Runnable::run, notice -> {});
        SignatureCheck.Outcome outcome =
                new SignatureCheck(keys).check(token.get(), from.tenant().metadata(from.version()));
        if (outcome instanceof SignatureCheck.Outcome.Signed) {
            return Judged.passed("key " + token.get().keyId());
        }
        String reason = outcome.fault().orElseThrow().id().code();
        return Judged.failed(reason, "no key of " + metadata(from) + " has signed the good token");
    }

    private Judged clocks(ProbedIssuer from) throws IOException {
        String date = read(from, metadata(from)).headers().first("Date").orElse("");
        try {
            Duration apart = Duration.between(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    clock.instant());
            String actual = Math.abs(apart.toSeconds()) + " s "
                    + (apart.isNegative() ? "behind the issuer's" : "ahead of the issuer's");
            return apart.abs().compareTo(SKEW) <= 0
                    ? Judged.passed(actual)
                    : Judged.failed(actual, "this machine's clock is wrong: set it by NTP");
        } catch (DateTimeException none) {
            return Judged.notTried("an answer with a Date header");
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
            public Judged judge() {
                if (issuer.isEmpty()) {
                    return Judged.notTried("--tenant ID, or a good token that names its tenant");
                }
                try {
                    return answering.judge(issuer.get());
                } catch (IOException unreadable) {
                    return Judged.failed("no answer", "the issuer cannot be read: " + unreadable.getMessage());
                }
            }
        };
    }
}
