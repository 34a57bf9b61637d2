package dev.gatehouse.taskhub;

import com.azure.core.http.HttpClient;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.TableServiceClientBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A storage account's table service, and its credential. Never shows its secret. */
public final class TableAccount {
    /** Only these hosts: a token for one storage account gives access to all accounts of its owner. */
    private static final Pattern AZURE = Pattern.compile("[a-z0-9-]+(\\.z\\d{1,2})?\\.table\\."
            + "(core\\.windows\\.net|core\\.usgovcloudapi\\.net|core\\.chinacloudapi\\.cn|storage\\.azure\\.net)");

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final URI endpoint;
    private final List<String> sources;
    private final Opener opener;

    private interface Opener {
        void open(TableClientBuilder client);
    }

    private TableAccount(URI endpoint, List<String> sources, Opener opener) {
        this.endpoint = endpoint;
        this.sources = sources;
        this.opener = opener;
    }

    /**
     * With a token of Microsoft Entra.
     *
     * @throws IllegalArgumentException with the expected form
     */
    public static TableAccount inAzure(String url, EntraAccess access, HttpClient http) {
        URI endpoint = parsed(url);
        if (isOnThisMachine(endpoint)) {
            throw new IllegalArgumentException("is on this machine, which does not accept tokens of Microsoft Entra;"
                    + " give Azurite's connection string with --connection-string-env instead");
        }
        String host = host(endpoint);
        boolean plain = endpoint.getRawUserInfo() == null
                && endpoint.getPort() == -1
                && endpoint.getRawQuery() == null
                && endpoint.getRawFragment() == null
                && (endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/"));
        if (!"https".equals(endpoint.getScheme())
                || !plain
                || !AZURE.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "takes the address of a table service, such as https://ACCOUNT.table.core.windows.net");
        }
        return new TableAccount(endpoint, access.sources(), client -> client.endpoint("https://" + host)
                .credential(access.credential())
                .httpClient(http));
    }

    /**
     * Azurite or another emulator on this machine, with its key. For Azure use {@link #inAzure}: a key gives full access.
     *
     * @throws IllegalArgumentException with the expected form, without the text
     */
    public static TableAccount onThisMachine(String connectionString, HttpClient http) {
        URI endpoint;
        try {
            endpoint = parsed(new TableServiceClientBuilder()
                    .connectionString(connectionString)
                    .httpClient(http)
                    .buildClient()
                    .getServiceEndpoint());
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            throw new IllegalArgumentException(
                    "is not a connection string; expected AccountName=...;AccountKey=...;TableEndpoint=http://127.0.0.1:...");
        }
        if (!isOnThisMachine(endpoint)) {
            throw new IllegalArgumentException(
                    "names " + host(endpoint) + ", but account keys are accepted for this machine"
                            + " only; for Azure use --account with az login and the role Storage Table Data Reader");
        }
        return new TableAccount(endpoint, List.of(), client -> client.connectionString(connectionString)
                .httpClient(http));
    }

    String host() {
        return host(endpoint);
    }

    /** The sources of its token; empty if it uses a key. */
    List<String> sources() {
        return sources;
    }

    void open(TableClientBuilder client) {
        opener.open(client);
    }

    private static URI parsed(String url) {
        try {
            URI endpoint = new URI(url);
            if (endpoint.getHost() != null && endpoint.getRawPath() != null) {
                return endpoint;
            }
        } catch (URISyntaxException malformed) {
            // reported below, as for every other host
        }
        throw new IllegalArgumentException(
                "takes the address of a table service, such as https://ACCOUNT.table.core.windows.net");
    }

    private static boolean isOnThisMachine(URI endpoint) {
        return THIS_MACHINE.matcher(host(endpoint)).matches();
    }

    private static String host(URI endpoint) {
        return endpoint.getHost().toLowerCase(Locale.ROOT);
    }
}
