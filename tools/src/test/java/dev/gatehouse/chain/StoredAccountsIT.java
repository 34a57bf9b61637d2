package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.storage.AzuriteProgram;
import dev.gatehouse.chain.storage.TableStorage;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.fixtures.SampleContract;
import dev.gatehouse.fixtures.Snapshots;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The sample's accounts in the deployed table, as {@code up --storage azurite} serves it. */
@EnabledIfEnvironmentVariable(
        named = AzuriteProgram.VARIABLE,
        matches = ".+",
        disabledReason = "needs Node.js and Azurite: tools/src/test/azurite/run")
class StoredAccountsIT {
    @TempDir
    private static Path folder;

    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static Chain chain;
    private static DemoCaller caller;

    @BeforeAll
    static void start() {
        Deployment deployment = Deployment.of(Snapshots.read(Snapshots.MAIN));
        DemoTenant tenant = new DemoTenant(DemoSecret.random(Clock.systemUTC()), SampleContract.read());
        AzuriteProgram program =
                AzuriteProgram.find(System.getenv(), Path.of("")).orElseThrow();
        ChainOptions options = ChainOptions.ofSample(Path.of("").toAbsolutePath(), LOG::add)
                .with(new ChainOptions.Tables(program, folder.resolve("tables")));
        chain = Chain.start(deployment, tenant.with(deployment), options, Clock.systemUTC());
        chain.awaitHealth(SampleContract.read());
        caller = new DemoCaller(chain);
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    /** A 201 is a promise: it must hold when both the app and the storage have been restarted. */
    @Test
    void keepsACreatedAccountOverARestartOfHostAndStorage() {
        Response created = call(
                Request.post("/accounts", "application/json", "{\"id\":\"grace\",\"displayName\":\"Grace\"}"),
                "Accounts.Provision");
        assertThat(created.status()).as(created.bodyText() + LOG).isEqualTo(201);

        tables().restart();
        chain.restartHost();
        chain.awaitHealth(SampleContract.read());

        Response read = call(Request.get("/accounts/grace"), "Accounts.Read");
        assertThat(read.status()).as(read.bodyText()).isEqualTo(200);
        assertThat(read.bodyText()).contains("Grace");
        assertThat(chain.notes()).noneMatch(note -> note.contains("ACCOUNTS_TABLE_ENDPOINT"));
    }

    @Test
    void answers503WhileTheStorageIsAwayAndServesWhenItIsBack() {
        tables().takeAway();
        try {
            Response away = call(Request.get("/accounts"), "Accounts.Read");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.headers().first("Retry-After")).isPresent();
        } finally {
            tables().giveBack();
        }
        assertThat(call(Request.get("/accounts"), "Accounts.Read").status()).isEqualTo(200);
    }

    private static TableStorage tables() {
        return chain.tables().orElseThrow();
    }

    /** One client with the role that is needed: an account belongs to who created it. */
    private static Response call(Request request, String role) {
        String token = chain.entra()
                .forge()
                .app(
                        DemoClient.withRole("Accounts.Read").clientId(),
                        chain.deployment().registrations().api().clientId())
                .claim("roles", List.of(role))
                .compact();
        return caller.call(
                        chain.doors().gateway(),
                        request.with("Authorization", "Bearer " + token)
                                .with("Ocp-Apim-Subscription-Key", chain.keys().subscription()))
                .response();
    }
}
