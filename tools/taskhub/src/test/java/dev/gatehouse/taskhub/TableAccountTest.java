package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableAccountTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final HttpClient OFFLINE = request -> {
        throw new AssertionError("nothing may be sent before a table is read");
    };
    private static final EntraAccess ENTRA = new EntraAccess(
            request -> {
                throw new AssertionError("no token may be requested before a table is read");
            },
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acct.table.core.windows.net",
                "https://acct.table.core.windows.net/",
                "https://ACCT.table.core.windows.net",
                "https://acct.z01.table.storage.azure.net",
                "https://acct.table.core.usgovcloudapi.net",
                "https://acct.table.core.chinacloudapi.cn"
            })
    void takesTheTableServicesOfAzure(String url) {
        assertThat(TableAccount.inAzure(url, ENTRA, OFFLINE).host()).startsWith("acct.");
    }

    /** A token for storage gives access to every account of its owner: it must not be sent to any other host. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acct.table.core.windows.net",
                "https://acct.table.core.windows.net.evil.example",
                "https://evil.example/.table.core.windows.net",
                "https://acct.table.core.windows.net@evil.example",
                "https://user:pass@acct.table.core.windows.net",
                "https://acct.table.core.windows.net:8443",
                "https://acct.table.core.windows.net/?sig=x",
                "https://acct.blob.core.windows.net",
                "acct.table.core.windows.net",
                "acct",
                "https://[",
                ""
            })
    void refusesEveryOtherAddress(String url) {
        assertThatThrownBy(() -> TableAccount.inAzure(url, ENTRA, OFFLINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("takes the address of a table service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:10002/devstoreaccount1", "https://localhost:10002/x", "http://[::1]:10002/x"})
    void suggestsTheConnectionStringForThisMachine(String url) {
        assertThatThrownBy(() -> TableAccount.inAzure(url, ENTRA, OFFLINE))
                .hasMessageContaining("--connection-string-env");
    }

    @Test
    void takesAKeyForThisMachine() {
        assertThat(TableAccount.onThisMachine(
                                "AccountName=test;AccountKey=" + KEY + ";TableEndpoint=http://127.0.0.1:10002/test",
                                OFFLINE)
                        .host())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=%s;EndpointSuffix=core.windows.net",
                "AccountName=test;AccountKey=%s;TableEndpoint=http://127.0.0.1.evil.example:10002/test"
            })
    void refusesAKeyForAnyOther(String connectionString) {
        assertThatThrownBy(() -> TableAccount.onThisMachine(String.format(connectionString, KEY), OFFLINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account keys are accepted for this machine only")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-that-is-none", "AccountKey=secret=;x", "AccountName=a;secret"})
    void refusesWhatIsNoConnectionStringWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> TableAccount.onThisMachine(text, OFFLINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is not a connection string")
                .hasMessageNotContaining("secret");
    }
}
