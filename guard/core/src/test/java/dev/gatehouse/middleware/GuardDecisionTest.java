package dev.gatehouse.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RsaKeys;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in to which operation, what all others are answered, and the one line that the log has of it. */
class GuardDecisionTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private static final String LOGIN = "https://login.example";
    private static final String CLIENT = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
    private static final String CALLER = "dddddddd-dddd-4ddd-8ddd-dddddddddddd";
    private static final String GATEWAY = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
    private static final String OTHER = "ffffffff-ffff-4fff-8fff-ffffffffffff";
    private static final RSAKey KEY = RsaKeys.key(0, "key");
    private static final Contract.Retired RETIRED =
            new Contract.Retired(List.of(new Contract.Role("Old", "Before", Set.of("Application"))), List.of());

    private static final Requirement READ =
            new Requirement(List.of("Read", "Admin"), List.of("Reader"), List.of("read", "write"));

    private final MovableClock clock = new MovableClock(NOW);
    private final List<String> log = new ArrayList<>();
    private boolean keysAreReadable = true;

    /** Words of a token: a(pp), u(ser) or g(ateway), then its roles; a user's scopes behind a slash. */
    @ParameterizedTest(name = "[{index}] {0} {1} by {2} for {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # an app needs one of its roles
            GET    | list   | a Read          | -             | 200 | -                      | admitted
            GET    | list   | a Admin         | -             | 200 | -                      | admitted
            GET    | list   | a Else Admin    | -             | 200 | -                      | admitted
            GET    | list   | a               | -             | 403 | role-missing           | refused
            GET    | list   | a read          | -             | 403 | role-missing           | refused
            GET    | list   | a Reader        | -             | 403 | role-missing           | refused
            GET    | list   | a Gateway.Invoke | -            | 403 | role-missing           | refused
            # a user needs a scope, and one of the roles of users where any are listed
            GET    | list   | u Reader/read   | -             | 200 | -                      | admitted
            GET    | list   | u Reader/x write | -            | 200 | -                      | admitted
            GET    | list   | u Reader/Read   | -             | 403 | scope-missing          | refused
            GET    | list   | u /read         | -             | 403 | role-missing           | refused
            GET    | list   | u Read/read     | -             | 403 | role-missing           | refused
            GET    | list   | u Read/x        | -             | 403 | role-missing           | refused
            GET    | scopes | u /read         | -             | 200 | -                      | admitted
            GET    | scopes | u /x            | -             | 403 | scope-missing          | refused
            GET    | scopes | a Read          | -             | 403 | role-missing           | refused
            GET    | roles  | a Read          | -             | 200 | -                      | admitted
            GET    | roles  | u Read/read     | -             | 403 | scope-missing          | refused
            GET    | nobody | a Read          | -             | 403 | role-missing           | refused
            # the gateway needs its role, and speaks for a caller who is asked the same
            GET    | list   | g Gateway.Invoke | a Read       | 200 | -                      | admitted
            GET    | list   | g Gateway.Invoke | u Reader/read | 200 | -                     | admitted
            GET    | list   | g Gateway.Invoke | a            | 403 | role-missing           | refused
            GET    | list   | g Gateway.Invoke | u Reader/x   | 403 | scope-missing          | refused
            GET    | list   | g Gateway.Invoke | -            | 400 | forwarded-caller-malformed | refused
            GET    | list   | g Read          | a Read        | 403 | role-missing           | refused
            GET    | list   | g               | -             | 403 | role-missing           | refused
            # of anybody else those headers are not read
            GET    | list   | a Read          | a             | 200 | -                      | admitted
            GET    | list   | a               | a Read        | 403 | role-missing           | refused
            # operations
            POST   | list   | a Write         | -             | 200 | -                      | admitted
            POST   | list   | a Read          | -             | 403 | role-missing           | refused
            PUT    | list   | a Read          | -             | 405 | method-not-allowed     | refused
            PUT    | list   | -               | -             | 405 | method-not-allowed     | refused
            GET    | absent | a Read          | -             | 503 | misconfigured          | refused
            GET    | open   | -               | -             | 200 | -                      | open
            GET    | open   | broken          | -             | 200 | -                      | open
            # tokens
            GET    | list   | -               | -             | 401 | token-missing          | refused
            GET    | list   | broken          | -             | 401 | not-a-jwt              | refused
            GET    | list   | stranger        | -             | 401 | signature-invalid      | refused
            """)
    void isOneForEachCall(
            String method, String function, String token, String forwarded, int status, String code, String outcome) {
        HttpResponseMessage response = call(function, request(method, token, forwarded));

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(log).singleElement().satisfies(line -> assertThat(line)
                .contains(
                        "\"operation\":\"" + function + "\"", "\"outcome\":\"" + outcome + "\"", "\"status\":" + status)
                .doesNotContain("eyJhbGci"));
        if (code == null) {
            assertThat(log.get(0)).doesNotContain("reasons");
            return;
        }
        assertThat(response.getBody().toString())
                .contains("\"urn:gatehouse:problem:" + code + "\"", "\"status\":" + status);
        assertThat(log.get(0)).contains("\"reasons\":[{\"code\":\"" + code + "\"");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    /** RFC 6750 §3, RFC 9110 §10.2. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GET | list   | -         | Bearer realm="api"                                        | -
            GET | list   | stranger  | Bearer realm="api", error="invalid_token", error_desc     | -
            GET | list   | a         | Bearer realm="api", error="insufficient_scope", error_d   | -
            GET | list   | u Reader/x | Bearer realm="api", error="insufficient_scope", error_d  | -
            PUT | list   | -         | -                                                         | GET, POST
            GET | absent | a Read    | -                                                         | -
            """)
    void tellsTheClientWhatToAskFor(String method, String function, String token, String challenge, String allow) {
        HttpResponseMessage response = call(function, request(method, token, null));

        if (challenge == null) {
            assertThat(response.getHeader("WWW-Authenticate")).isNull();
        } else {
            assertThat(response.getHeader("WWW-Authenticate")).startsWith(challenge);
        }
        assertThat(response.getHeader("Allow")).isEqualTo(allow);
        assertThat(response.getHeader("Retry-After")).isNull();
    }

    @Test
    void namesScopesOnlyWhereOneIsMissing() {
        assertThat(call("list", request("GET", "u Reader/x", null)).getHeader("WWW-Authenticate"))
                .endsWith(", scope=\"read write\"");
        assertThat(call("roles", request("GET", "u Read/x", null)).getHeader("WWW-Authenticate"))
                .doesNotContain("scope=\"");
        assertThat(call("list", request("GET", "a", null)).getHeader("WWW-Authenticate"))
                .doesNotContain("scope=\"");
    }

    /** A token can be from before the role was retired. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"a Read Old | -", "g Gateway.Invoke | a Read Old"})
    void hasNoRoleThatIsRetired(String token, String delegated) {
        ExecutionContext context = guard().call("list", request("GET", token, delegated), worker("list"))
                .context();

        assertThat(Caller.of(context).roles()).containsExactly("Read");
    }

    /** A token is what its caller can do: nothing else in the context shows it. */
    @Test
    void theFunctionsContextHasTheCallersOwnTokenAndNeverTheGateways() {
        ExecutionContext own = guard().call("list", request("GET", "u Reader/read", null), worker("list"))
                .context();
        ExecutionContext ofGateway = guard().call("list", request("GET", "g Gateway.Invoke", "a Read"), worker("list"))
                .context();

        assertThat(PresentedToken.of(own)).contains(new PresentedToken(token("u Reader/read")));
        assertThat(own.toString()).contains(CALLER).doesNotContain("eyJ");
        assertThat(Caller.of(ofGateway).actor()).isPresent();
        assertThat(PresentedToken.of(ofGateway)).isEmpty();
        assertThat(PresentedToken.of(worker("list"))).isEmpty();
        assertThat(PresentedToken.of(guard().call("list", request("GET", "a", null), worker("list"))
                        .context()))
                .isEmpty();
    }

    @Test
    void asksTheClientToWaitWhileNoKeysAreRead() {
        keysAreReadable = false;

        HttpResponseMessage response = call("list", request("GET", "a Read", null));

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(log.get(0)).contains("keys-unavailable").doesNotContain("\"oid\"");
    }

    @Test
    void logsWhoAProvenTokenIsOfAndOfNoOther() {
        call("list", request("GET", "a", null));
        call("list", request("GET", "stranger", null));
        call("list", request("GET", "g Gateway.Invoke", "a Read"));
        call("list", request("GET", "g Gateway.Invoke", "a"));

        assertThat(log.get(0)).contains("\"oid\":\"" + CALLER + "\"", "\"client\":\"" + CLIENT + "\"");
        assertThat(log.get(1)).doesNotContain(CALLER, CLIENT);
        assertThat(log.get(2))
                .contains("\"onBehalfOf\":{\"client\":\"" + OTHER + "\",\"oid\":\"" + OTHER + "\"}", GATEWAY);
        assertThat(log.get(3))
                .contains("\"onBehalfOf\":{\"client\":\"" + OTHER + "\",\"oid\":\"" + OTHER + "\"}", GATEWAY);
    }

    @Test
    void logsEverythingThatIsMissingAndNobodyElseForACallOfOnesOwn() {
        call("list", request("GET", "u Read/x", null));
        call("list", request("GET", "a Read", null));

        assertThat(log.get(0)).contains("role-missing", "scope-missing");
        assertThat(log.get(1)).contains("\"oid\":\"" + CALLER + "\"").doesNotContain("onBehalfOf");
    }

    @Test
    void logsWhoseTokenExpired() {
        clock.move(Duration.ofHours(2));

        call("list", request("GET", "a Read", null));

        assertThat(log.get(0)).contains("token-expired", "\"oid\":\"" + CALLER + "\"");
    }

    @Test
    void handsTheCallerToTheFunction() {
        Caller app = caller(request("GET", "a Read", null));
        Caller user = caller(request("GET", "u Reader/read x", null));
        Caller delegated = caller(request("GET", "g Gateway.Invoke", "u Reader/read"));

        assertThat(app)
                .isEqualTo(new Caller(
                        Caller.Kind.APP, TENANT, CALLER, CLIENT, Set.of("Read"), Set.of(), Optional.empty()));
        assertThat(user)
                .isEqualTo(new Caller(
                        Caller.Kind.USER,
                        TENANT,
                        CALLER,
                        CLIENT,
                        Set.of("Reader"),
                        Set.of("read", "x"),
                        Optional.empty()));
        assertThat(user.isUser()).isTrue();
        assertThat(app.isUser()).isFalse();
        assertThat(delegated)
                .isEqualTo(new Caller(
                        Caller.Kind.USER,
                        TENANT,
                        OTHER,
                        OTHER,
                        Set.of("Reader"),
                        Set.of("read"),
                        Optional.of(new Caller.Actor(CLIENT, GATEWAY))));
    }

    /** The explicit form: what a function says of itself must be what the contract says. */
    @ParameterizedTest
    @CsvSource({
        "list, GET, a Read, 200, 503",
        "list, GET, , 401, 503",
        "list, PUT, , 405, 405",
        "open, GET, , 503, 200",
        "absent, GET, a Read, 503, 503"
    })
    void admitsAndOpensOnlyWhatTheContractSays(String function, String method, String token, int admit, int open) {
        SentRequest request = request(method, token, null);
        Guard guard = guard();

        assertThat(guard.admit(request, worker(function), caller -> served(request))
                        .getStatusCode())
                .isEqualTo(admit);
        assertThat(guard.open(request, worker(function), () -> served(request)).getStatusCode())
                .isEqualTo(open);
    }

    @Test
    void isNotMadeTwiceWithinOneCall() {
        Guard guard = guard();
        GuardedCall outer = guard().call("list", request("GET", "a Read", null), worker("list"));
        GuardedCall inner = guard.call("nobody", request("GET", null, null), outer.context());
        GuardedCall public1 = guard.call("open", request("GET", null, null), worker("open"));
        GuardedCall withinPublic = guard().call("list", request("GET", null, null), public1.context());

        assertThat(outer.isRefused()).isFalse();
        assertThat(inner.isRefused()).isFalse();
        assertThat(Caller.of(inner.context()).objectId()).isEqualTo(CALLER);
        assertThat(Caller.find(public1.context())).isEmpty();
        assertThat(withinPublic.isRefused()).as("nobody was let in before").isTrue();
        assertThatThrownBy(outer::refusal).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Caller.of(public1.context())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void logsWhatAFunctionThrowsAndLetsItPass() {
        SentRequest request = request("GET", "a Read", null);

        assertThatThrownBy(() -> guard().admit(request, worker("list"), caller -> {
                    throw new IOException("no connection");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> guard().open(request, worker("open"), () -> {
                    throw new IOException("no connection");
                }))
                .isInstanceOf(IOException.class);

        assertThat(log).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("\"outcome\":\"failed\"", "\"status\":500", "java.io.IOException"));
    }

    @Test
    void refusesWhereTheGuardItselfFails() {
        SentRequest broken = new SentRequest(null, Map.of());

        HttpResponseMessage response = call("list", broken);

        assertThat(response.getStatusCode()).isEqualTo(500);
        assertThat(response.getBody().toString()).contains("internal-error");
        assertThat(log.get(0)).contains("\"outcome\":\"failed\"", "NullPointerException");
    }

    @Test
    void refusesEverythingWhereSettingsAreFaulty() {
        Guard faulty = new Guard(Authorizer.misconfigured(Set.of("list")), "api", () -> false);

        assertThat(faulty.call("open", request("GET", null, null), worker("open"))
                        .refusal()
                        .getStatusCode())
                .isEqualTo(503);
        assertThat(faulty.isReady()).isFalse();
        assertThat(faulty.isExplicit("list")).isTrue();
        assertThat(faulty.isExplicit("open")).isFalse();
        assertThat(guard().isReady()).isTrue();
    }

    private HttpResponseMessage call(String function, SentRequest request) {
        GuardedCall call = guard().call(function, request, worker(function));
        return call.isRefused() ? call.refusal() : call.answered(served(request));
    }

    private Caller caller(SentRequest request) {
        return Caller.of(guard().call("list", request, worker("list")).context());
    }

    private static HttpResponseMessage served(SentRequest request) {
        return request.createResponseBuilder(HttpStatus.OK).body("served").build();
    }

    private Guard guard() {
        TokenPolicy policy = new TokenPolicy(
                Set.of(TokenVersion.V2),
                Set.of(TENANT),
                new TokenPolicy.Audience("api", Set.of()),
                new TokenPolicy.AllowList(Set.of(CLIENT), Optional.empty()));
        IssuerKeys keys = new IssuerKeys(this::document, clock, Runnable::run, notice -> {});
        Verifier verifier = new Verifier(new TrustedIssuers(LOGIN, policy), new SignatureCheck(keys), policy, clock);
        return new Guard(Authorizer.by(contract(), verifier, Optional.of(GATEWAY)), "api", () -> true);
    }

    private static Contract contract() {
        Requirement scopes = new Requirement(List.of(), List.of(), List.of("read"));
        Requirement roles = new Requirement(List.of("Read"), List.of(), List.of());
        Requirement write = new Requirement(List.of("Write"), List.of(), List.of());
        Requirement nobody = new Requirement(List.of(), List.of(), List.of());
        return new Contract(
                "api",
                List.of("2.0"),
                List.of(),
                List.of(),
                List.of(
                        operation("list", "GET", Optional.of(READ)),
                        operation("list", "POST", Optional.of(write)),
                        operation("scopes", "GET", Optional.of(scopes)),
                        operation("roles", "GET", Optional.of(roles)),
                        operation("nobody", "GET", Optional.of(nobody)),
                        operation("open", "GET", Optional.empty())),
                Set.of(),
                List.of(),
                RETIRED);
    }

    private static Operation operation(String function, String method, Optional<Requirement> requirement) {
        return new Operation(function, method, function, requirement, false, Optional.empty());
    }

    private byte[] document(URI address) throws IOException {
        if (!keysAreReadable) {
            throw new IOException("no connection");
        }
        String text = address.getPath().endsWith("/keys")
                ? new JWKSet(KEY).toString()
                : JSONObjectUtils.toJSONString(
                        Map.of("issuer", LOGIN + "/" + TENANT + "/v2.0", "jwks_uri", LOGIN + "/keys"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ExecutionContext worker(String function) {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return new ExecutionContext() {
            @Override
            public Logger getLogger() {
                return logger;
            }

            @Override
            public String getInvocationId() {
                return "";
            }

            @Override
            public String getFunctionName() {
                return function;
            }
        };
    }

    private static SentRequest request(String method, String token, String forwarded) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (token != null) {
            headers.put("authorization", "Bearer " + token(token));
        }
        if (forwarded != null) {
            headers.put("x-gatehouse-caller-app", OTHER);
            headers.put("x-gatehouse-caller-oid", OTHER);
            headers.put("x-gatehouse-caller-roles", roles(forwarded));
            headers.put("x-gatehouse-caller-scopes", scopes(forwarded));
        }
        return new SentRequest(HttpMethod.valueOf(method), headers);
    }

    private static String token(String words) {
        if (words.equals("broken")) {
            return "a.b.c";
        }
        if (words.equals("stranger")) {
            return sign(claims("a Read"), RsaKeys.key(1, "key"));
        }
        return sign(claims(words), KEY);
    }

    private static Map<String, Object> claims(String words) {
        String oid = words.startsWith("g") ? GATEWAY : CALLER;
        Map<String, Object> claims = new LinkedHashMap<>(Map.of(
                "iss", LOGIN + "/" + TENANT + "/v2.0", "aud", "api", "ver", "2.0", "tid", TENANT, "azp", CLIENT));
        claims.put("oid", oid);
        claims.put("sub", oid);
        claims.put("exp", NOW.getEpochSecond() + 3600);
        claims.put("roles", List.of(roles(words).split(" ")));
        if (!scopes(words).isEmpty()) {
            claims.put("scp", scopes(words));
        }
        return claims;
    }

    private static String roles(String words) {
        return words.substring(1).split("/", 2)[0].strip();
    }

    private static String scopes(String words) {
        return words.contains("/") ? words.substring(words.indexOf('/') + 1) : "";
    }

    private static String sign(Map<String, Object> claims, RSAKey by) {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), new Payload(claims));
        try {
            token.sign(new RSASSASigner(by));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
        return token.serialize();
    }
}
