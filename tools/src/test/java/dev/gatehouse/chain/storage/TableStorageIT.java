package dev.gatehouse.chain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.Grants;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import dev.gatehouse.chain.entra.directory.Principals;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.tls.LocalTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The table service under its name in Azure, with an identity's token, as an app calls it. */
@EnabledIfEnvironmentVariable(
        named = AzuriteProgram.VARIABLE,
        matches = ".+",
        disabledReason = "needs Node.js and Azurite: tools/src/test/azurite/run")
class TableStorageIT {
    private static final String HOST = "stshop.table.core.windows.net";
    private static final String IDENTITY = "44444444-0000-4000-8000-000000000001";

    @TempDir
    private static Path folder;

    private static LocalEntra entra;
    private static LocalTls tls;
    private static Azurite azurite;
    private static TableStorage tables;

    @BeforeAll
    static void start() {
        Directory directory = new Directory(
                new Tenant("11111111-0000-4000-8000-000000000001", Cloud.PUBLIC),
                new Principals(
                        MicrosoftApps.of(Cloud.PUBLIC, List.of()),
                        List.of(new ManagedIdentity(IDENTITY, "44444444-0000-4000-8000-00000000aaaa", "/id-function")),
                        List.of()),
                new Grants(List.of(), List.of()));
        tls = LocalTls.create(folder);
        entra = LocalEntra.start(directory, tls, Clock.systemUTC());
        AzuriteProgram program =
                AzuriteProgram.find(System.getenv(), Path.of("")).orElseThrow();
        azurite = Azurite.start(new Azurite.Place(program, folder.resolve("tables"), "stshop"), tls, line -> {
            throw new AssertionError(line);
        });
        tables = new TableStorage(azurite, entra.proxy(), HOST);
        tables.create(List.of("accounts"), tls.trusting(), token("https://storage.azure.com"));
    }

    @AfterAll
    static void stop() {
        entra.close();
        azurite.close();
    }

    @Test
    void createsATableThatIsThereAlready() {
        tables.create(List.of("accounts"), tls.trusting(), token("https://storage.azure.com/"));
    }

    @Test
    void takesATokenForStorageOnly() throws IOException {
        assertThat(send(Request.get("/accounts()"), token("https://storage.azure.com"))
                        .status())
                .isEqualTo(200);
        assertThat(send(Request.get("/accounts()"), token("https://graph.microsoft.com"))
                        .status())
                .isEqualTo(403);
        assertThatThrownBy(() -> tables.create(List.of("others"), tls.trusting(), token("https://graph.microsoft.com")))
                .isInstanceOf(Azurite.AzuriteException.class)
                .hasMessageContaining("refuses the table others: 403");
    }

    @Test
    void keepsItsDataOverARestart() throws IOException {
        String token = token("https://storage.azure.com");
        Request entity = Request.post(
                "/accounts", "application/json", "{\"PartitionKey\":\"p\",\"RowKey\":\"ada\",\"displayName\":\"Ada\"}");
        assertThat(send(entity, token).status()).isEqualTo(201);

        tables.restart();

        Response read = send(Request.get("/accounts(PartitionKey='p',RowKey='ada')"), token);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.bodyText()).contains("\"displayName\":\"Ada\"");
        assertThat(azurite.isAlive()).isTrue();
    }

    @Test
    void isAwayWhileTheNetworkIsDown() throws IOException {
        String token = token("https://storage.azure.com");
        tables.takeAway();
        assertThatThrownBy(() -> send(Request.get("/accounts()"), token)).isInstanceOf(IOException.class);
        tables.giveBack();
        assertThat(send(Request.get("/accounts()"), token).status()).isEqualTo(200);
    }

    @Test
    void saysHowToInstallItWhereItIsMissing() {
        assertThat(AzuriteProgram.find(Map.of("PATH", folder.toString()), folder))
                .isEmpty();
        assertThat(AzuriteProgram.find(Map.of(AzuriteProgram.VARIABLE, "/nowhere/main.js"), folder))
                .isEmpty();
        assertThat(AzuriteProgram.INSTALL).contains("npm install -g azurite", AzuriteProgram.VARIABLE);
    }

    private static String token(String resource) {
        return entra.forge().managedIdentity(IDENTITY, resource).compact();
    }

    private static Response send(Request request, String token) throws IOException {
        Forwarder forwarder = new Forwarder(
                tls.trusting(),
                Duration.ofSeconds(10),
                ProxySelector.of(
                        new InetSocketAddress("127.0.0.1", entra.proxy().port())));
        return forwarder.forward(
                request.with("Authorization", "Bearer " + token)
                        .with("Accept", "application/json;odata=nometadata")
                        .with("x-ms-version", "2019-02-02"),
                "https://" + HOST);
    }
}
