package dev.gatehouse.chain.storage;

import dev.gatehouse.chain.entra.ConnectProxy;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A storage account's table service, which clients reach through the chain's proxy under its name in Azure. */
public final class TableStorage {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int CREATED = 201;
    private static final int EXISTS = 409;

    private final Azurite azurite;
    private final ConnectProxy proxy;
    private final String host;

    /** @param host of the table service in Azure */
    public TableStorage(Azurite azurite, ConnectProxy proxy, String host) {
        this.azurite = azurite;
        this.proxy = proxy;
        this.host = host;
        giveBack();
    }

    /**
     * Creates the tables that are missing, as a deployment does.
     *
     * @param trusting trusts the service's certificate
     * @param token for Azure Storage
     * @throws Azurite.AzuriteException where it refuses
     */
    public void create(List<String> tables, SSLContext trusting, String token) {
        Forwarder forwarder = new Forwarder(
                trusting, ANSWER_WITHIN, ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())));
        tables.forEach(table -> create(table, forwarder, token));
    }

    private void create(String table, Forwarder forwarder, String token) {
        Request request = Request.post("/Tables", "application/json", "{\"TableName\":\"" + table + "\"}")
                .with("Authorization", "Bearer " + token)
                .with("Accept", "application/json;odata=nometadata")
                .with("x-ms-version", "2019-02-02");
        try {
            Response response = forwarder.forward(request, "https://" + host);
            if (response.status() != CREATED && response.status() != EXISTS) {
                throw new Azurite.AzuriteException(
                        "refuses the table " + table + ": " + response.status() + " " + response.bodyText());
            }
        } catch (IOException unreachable) {
            throw new Azurite.AzuriteException("does not answer: " + unreachable.getMessage());
        }
    }

    /** How many connections to it were refused as it was away. */
    public long refused() {
        return proxy.refused(host);
    }

    /** The network to it goes down: connections end, and new ones are refused. */
    public void takeAway() {
        proxy.cut(host);
    }

    /** The network to it is there again. */
    public void giveBack() {
        proxy.lead(host, azurite.port());
    }

    /** Ends the process and starts it again with the same data. */
    public void restart() {
        azurite.restart();
    }

    @Override
    public String toString() {
        return "https://" + host + " (Azurite)";
    }
}
