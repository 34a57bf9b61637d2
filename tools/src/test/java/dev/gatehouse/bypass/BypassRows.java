package dev.gatehouse.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.files.TemporaryFolder;
import dev.gatehouse.fixtures.RunningEntra;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way past the guard that is known, and what must come of it: never an answer of the function, no run of its body where that can
 * be known before, a line in the log with cause and remedy. Beside them what must pass as it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BypassRows {
    private static final int COLD_CALLS = 200;
    private static final int PATIENCE_SECONDS = 20;

    private final Map<App, Served> apps = new EnumMap<>(App.class);
    private TemporaryFolder folder;
    private RunningEntra entra;

    /** Runs an app that reads these settings. */
    abstract Served start(
            Path staged, Map<String, String> settings, List<String> jvmOptions, List<String> log, Path ran)
            throws Exception;

    /** Runs a function that is no HTTP function. */
    abstract void run(App app, Served served, String function) throws Exception;

    @BeforeAll
    void startEntra() {
        folder = TemporaryFolder.create("gatehouse-bypass-run-");
        entra = RunningEntra.start(folder.path(), Clock.systemUTC());
    }

    @AfterAll
    void stop() throws Exception {
        for (Served app : apps.values()) {
            app.close();
        }
        entra.close();
        folder.close();
    }

    /**
     * @param caller a token with the role Accounts.Read, or none
     * @param status several where the order of the app's middleware decides, which the worker leaves open; 0 for no answer
     * @param ran whether the body of the function runs
     * @param body a text in the answer
     * @param log texts in one line of the log
     */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what passes as it is
            ROWS        | GET text          | -     | 200     | yes | served by text        | -
            ROWS        | GET json          | -     | 200     | yes | "served"              | -
            ROWS        | POST bytes        | -     | 200     | yes | \u00e9                | -
            ROWS        | GET empty         | -     | 204     | yes | -                     | -
            ROWS        | GET headers       | -     | 202     | yes | a,b                   | -
            ROWS        | GET checked       | -     | 500     | yes | -                     | IOException: served by checked
            ROWS        | GET error         | -     | 500     | yes | -                     | AssertionError: served by error
            ROWS        | GET nothing       | -     | 204/200 | yes | -                     | -
            ROWS        | GET methods       | -     | 200     | yes | served by methods     | -
            ROWS        | POST methods      | -     | 401     | no  | token-missing         | -
            ROWS        | POST methods      | token | 200     | yes | served by methods     | -
            ROWS        | DELETE methods    | token | 403     | no  | role-missing          | -
            ROWS        | PUT methods       | token | 405     | no  | method-not-allowed    | -
            ROWS        | GET state         | -     | 200     | yes | call 1                | -
            ROWS        | GET state         | -     | 200     | yes | call 1                | -
            ROWS        | GET secured       | -     | 401     | no  | token-missing         | -
            ROWS        | GET secured       | token | 200     | yes | for [Accounts.Read]   | -
            ROWS        | GET child         | -     | 200     | yes | served by child       | -
            # functions that call functions
            ROWS        | GET inner         | token | 403     | no  | role-missing          | -
            ROWS        | GET outer         | token | 200     | yes | served by inner       | -
            ROWS        | GET outer         | -     | 401     | no  | token-missing         | -
            ROWS        | GET outerAsWorker | token | 403     | no  | role-missing          | -
            ROWS        | GET caller        | token | 500     | no  | -                     | answered without asking the guard & guard.admit
            # guarded explicitly
            ROWS        | GET good          | -     | 401     | no  | token-missing         | -
            ROWS        | GET good          | token | 200     | yes | served by good        | -
            ROWS        | GET finalGood     | -     | 401     | no  | token-missing         | -
            ROWS        | GET finalGood     | token | 200     | yes | served by finalGood   | -
            ROWS        | GET open          | -     | 200     | yes | served by open        | -
            ROWS        | GET openWrong     | token | 503     | no  | misconfigured         | -
            ROWS        | GET forgot        | token | 500     | yes | -                     | function forgot & answered without asking the guard & guard.admit
            ROWS        | GET ignored       | -     | 500     | yes | -                     | function ignored & answered something else & return what
            ROWS        | GET same          | -     | 500     | yes | -                     | function same & answered something else
            ROWS        | GET changed       | -     | 500     | yes | -                     | function changed & answered something else
            ROWS        | GET retried       | -     | 500     | yes | -                     | function retried & answered something else
            ROWS        | GET string        | -     | 500     | yes | -                     | function string & answered something else
            ROWS        | GET string        | token | 200     | yes | text                  | -
            ROWS        | GET object        | -     | 500     | yes | -                     | function object & declare it to return HttpResponseMessage
            ROWS        | GET nought        | -     | 500     | yes | -                     | function nought & answered something else
            ROWS        | GET output        | token | 500     | no  | -                     | function output & remove @HttpOutput
            ROWS        | GET borrowed      | -     | 500     | yes | -                     | function borrowed & answered without asking the guard
            ROWS        | GET elsewhere     | token | 500     | yes | -                     | function elsewhere & answered without asking the guard
            # what the annotation processor did not see
            ROWS        | GET plain         | token | 500     | no  | -                     | function plain & did not see it & -proc:full
            ROWS        | GET plainStatic   | token | 500     | no  | -                     | function plainStatic & did not see it
            ROWS        | GET plainFinal    | token | 500     | no  | -                     | function plainFinal & did not see it
            ROWS        | GET plainSealed   | token | 500     | no  | -                     | function plainSealed & did not see it
            ROWS        | GET plainString   | token | 500     | no  | -                     | function plainString & did not see it
            ROWS        | GET plainCustom   | token | 500     | no  | -                     | function plainCustom & did not see it
            ROWS        | GET plainCaller   | token | 500     | no  | -                     | function plainCaller & did not see it
            ROWS        | GET foreign       | token | 500     | no  | -                     | function foreign & did not see it
            # function.json written by hand
            ROWS        | GET helper        | token | 500     | no  | -                     | function helper & did not see it
            ROWS        | GET renamed       | token | 500     | no  | -                     | function renamed & did not see it
            ROWS        | GET copied        | token | 500     | no  | -                     | function copied & did not see it
            ROWS        | GET entry         | token | 500     | no  | -                     | function entry & names rows.Entry.other & do not edit
            ROWS        | GET tock          | token | 500     | no  | -                     | function tock & its code has timerTrigger & do not edit
            # classes that were compiled again without the annotation processor
            ROWS        | GET nowStatic     | -     | 500     | no  | -                     | function nowStatic & no guarded subclass & compile all of the app anew
            ROWS        | GET nowOther      | -     | 500     | no  | -                     | function nowOther & no guarded subclass
            ROWS        | GET nowFinal      | -     | 500     | no  | -                     | function nowFinal & no guarded subclass
            ROWS        | GET removed       | -     | 500     | no  | -                     | function removed & no guarded subclass
            # constructors
            ROWS        | GET badException  | -     | 500     | no  | -                     | rows.Throws has no guarded instance & no connection
            ROWS        | GET badError      | -     | 500     | no  | -                     | rows.Fails has no guarded instance & no class
            # other middleware, around the guard and within
            ROWS        | GET thrownOuter   | -     | 500     | no  | -                     | not today
            ROWS        | GET thrownInner   | -     | 500     | no  | -                     | not today
            ROWS        | GET errorInner    | -     | 500/0   | no  | -                     | -
            ROWS        | GET errorOuter    | -     | 500/0   | no  | -                     | -
            ROWS        | GET skippedOuter  | -     | 500/204/200 | no | -                  | -
            ROWS        | GET skippedInner  | -     | 500/204/200 | no | -                  | -
            ROWS        | GET afterOuter    | -     | 500     | yes | -                     | -
            ROWS        | GET afterInner    | -     | 500     | yes | -                     | -
            ROWS        | GET swallowedOuter | -    | 500/204/200 | yes | -                 | -
            ROWS        | GET swallowedInner | -    | 500/204/200 | yes | -                 | -
            # an injector of one's own
            OWN         | GET own           | -     | 200     | yes | served by own         | -
            OWN         | GET ownPlainly    | -     | 500     | no  | -                     | hands out rows.OwnPlainly, which is not guarded & Guarded.classOf
            OWN         | GET ownNull       | -     | 500     | no  | -                     | hands out null & Guarded.classOf
            OWN         | GET ownError      | -     | 500     | no  | -                     | rows.OwnInjector failed for rows.OwnError & make it work without the guard first
            OWN         | GET ownException  | -     | 500     | no  | -                     | rows.OwnInjector failed for rows.OwnException & make it work without the guard first
            OWN         | GET ownLater      | -     | 500     | yes | -                     | function ownLater & answered without asking the guard
            NO_INJECTOR | GET own           | -     | 500     | no  | -                     | no injector is registered & leave out -Agatehouse.injector=own
            # a factory
            FACTORY     | GET greet         | -     | 200     | yes | served from the factory | -
            FACTORY     | GET wrong         | -     | 500     | no  | -                     | rows.Factory was asked for rows.Wrong_Guarded and gave rows.Wrong
            FACTORY     | GET unmade        | -     | 500     | no  | -                     | rows.Unmade has no guarded instance & unmade
            # whole apps
            UNPROCESSED | GET open          | -     | 500     | no  | -                     | function open & did not see it & -proc:full
            UNPROCESSED | GET secured       | token | 500     | no  | -                     | function secured & did not see it
            EXPLICIT    | GET good          | -     | 401     | no  | token-missing         | -
            EXPLICIT    | GET good          | token | 200     | yes | served by good        | -
            EXPLICIT    | GET forgot        | token | 500     | yes | -                     | function forgot & answered without asking the guard
            EXPLICIT    | GET missing       | token | 500     | no  | -                     | function missing & did not see it
            EXPLICIT    | GET object        | -     | 500     | yes | -                     | function object & declare it to return HttpResponseMessage
            NO_JACKSON  | GET greet         | -     | 500     | no  | -                     | with all libraries of gatehouse-guard in lib/
            TWO_CONTRACTS | GET greet       | -     | 503     | no  | misconfigured         | is in several jars & keep one of
            """)
    void row(App app, String call, String caller, String status, String ran, String body, String log) throws Exception {
        check(app, call, caller, status, ran, body, log);
    }

    @Test
    void aTimerRunsBesideHttp() throws Exception {
        Served served = served(App.ROWS);
        served.ran();

        run(App.ROWS, served, "tick");

        assertThat(served.ran()).containsExactly("tick");
    }

    @Test
    void aMethodThatIsNotInTheContractIsToldWhichAre() throws Exception {
        HttpResponse<String> answer = served(App.ROWS)
                .call("PUT", "/api/methods", Optional.empty(), "")
                .orElseThrow();

        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST, DELETE");
    }

    @Test
    void headersOfTheFunctionStay() throws Exception {
        HttpResponse<String> answer = served(App.ROWS)
                .call("GET", "/api/headers", Optional.empty(), "")
                .orElseThrow();

        assertThat(answer.headers().firstValue("X-Own")).hasValue("yes");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    }

    /** While the keys of Entra are not read, which a busy machine may take too long for, 503 is right; nothing else is. */
    @Test
    void parallelCallsAtAColdStartAreAllAnswered() throws Exception {
        served(App.ROWS).call("GET", "/api/good", Optional.of(token()), ""); // Entra is not the one to be cold
        try (Served cold = fresh(App.EXPLICIT)) {
            String token = token();
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, COLD_CALLS)
                    .mapToObj(call -> cold.later("/api/good", call % 2 == 0 ? Optional.of(token) : Optional.empty()))
                    .toList();

            for (int call = 0; call < COLD_CALLS; call++) {
                HttpResponse<String> answer = calls.get(call).join();
                assertThat(answer.statusCode() + " " + answer.body())
                        .containsPattern(
                                call % 2 == 0 ? "^200 served by good|^503 .*keys-unavailable" : "^401 .*token-missing");
            }
        }
    }

    final void check(App app, String call, String caller, String status, String ran, String body, String log)
            throws Exception {
        Served served = served(app);
        served.ran();
        String[] words = call.split(" ");
        Optional<String> token = caller == null ? Optional.empty() : Optional.of(token());

        Optional<HttpResponse<String>> answer = answered(served, words, token);

        String seen = answer.map(HttpResponse::body).orElse("");
        assertThat(answer.map(HttpResponse::statusCode).orElse(0).toString()).isIn((Object[]) status.split("/"));
        assertThat(seen).contains(body == null ? "" : body);
        if (body == null) {
            assertThat(seen).doesNotContain("served");
        }
        assertThat(served.ran().isEmpty() ? "no" : "yes").isEqualTo(ran);
        if (log != null) {
            List<String> texts = Stream.of(log.split(" & ")).toList();
            assertThat(served.logs(texts))
                    .as("%s in %s", texts, last(served.log()))
                    .isTrue();
        }
    }

    /** Asks again while the app could not read Entra's keys, as a busy machine may be slower than its time limits. */
    private static Optional<HttpResponse<String>> answered(Served served, String[] call, Optional<String> token)
            throws Exception {
        String body = call[0].equals("POST") ? "\u00e9" : "";
        Optional<HttpResponse<String>> answer = served.call(call[0], "/api/" + call[1], token, body);
        for (int again = 0; again < PATIENCE_SECONDS && withoutKeys(answer); again++) {
            Thread.sleep(1000);
            answer = served.call(call[0], "/api/" + call[1], token, body);
        }
        return answer;
    }

    private static boolean withoutKeys(Optional<HttpResponse<String>> answer) {
        return answer.filter(each -> each.statusCode() == 503)
                .filter(each -> each.body().contains("keys-unavailable"))
                .isPresent();
    }

    final Served served(App app) throws Exception {
        Served running = apps.get(app);
        if (running == null) {
            running = fresh(app);
            apps.put(app, running);
        }
        return running;
    }

    private Served fresh(App app) throws Exception {
        Path ran = Files.createTempDirectory(folder.path(), "ran");
        Map<String, String> settings = new java.util.HashMap<>(entra.appSettings());
        settings.put("ROWS_RAN", ran.toString());
        List<String> jvmOptions = Stream.concat(
                        entra.tls().trust().javaFlags().stream(), entra.entra().proxy().javaFlags().stream())
                .toList();
        return start(app.staged(), settings, jvmOptions, Collections.synchronizedList(new ArrayList<>()), ran);
    }

    private String token() {
        return entra.kit(Instant.now()).app().compact();
    }

    private static List<String> last(List<String> log) {
        synchronized (log) {
            return List.copyOf(log.subList(Math.max(0, log.size() - 30), log.size()));
        }
    }
}
