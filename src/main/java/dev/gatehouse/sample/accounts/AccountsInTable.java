package dev.gatehouse.sample.accounts;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Configuration;
import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.gatehouse.middleware.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts in a table of Azure Storage, which the app reads and writes as itself. The partition is the tenant, the row the account,
 * and each row says who provisioned it.
 */
public final class AccountsInTable implements Accounts {
    static final String TABLE = "accounts";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final String DISPLAY_NAME = "displayName";
    private static final String PROVISIONED_BY = "provisionedBy";
    /** Without either, azure-identity would ask the instance metadata service of a virtual machine. */
    private static final List<String> OF_THE_PLATFORM = List.of("IDENTITY_ENDPOINT", "IDENTITY_HEADER");

    private final TableClient table;

    private AccountsInTable(TableClient table) {
        this.table = table;
    }

    /**
     * With a managed identity of the function app.
     *
     * @param endpoint such as {@code https://account.table.core.windows.net}
     * @param identity the client id of a user-assigned identity
     */
    public static Accounts asTheApp(String endpoint, String identity, Map<String, String> environment) {
        if (identity.isEmpty() || !environment.keySet().containsAll(OF_THE_PLATFORM)) {
            throw new AccountsUnavailableException("the function app has no identity: ACCOUNTS_IDENTITY, "
                    + String.join(" or ", OF_THE_PLATFORM) + " is missing");
        }
        HttpClient http = http();
        TokenCredential credential = new ManagedIdentityCredentialBuilder()
                .clientId(identity)
                .httpClient(http)
                .build();
        return of(endpoint, credential, http);
    }

    static Accounts of(String endpoint, TokenCredential credential, HttpClient http) {
        TableClientBuilder client = new TableClientBuilder()
                .endpoint(endpoint)
                .tableName(TABLE)
                .credential(credential)
                .httpClient(http)
                .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(200))))
                .addPolicy(new TableRefusalPolicy());
        return new AccountsInTable(client.buildClient());
    }

    /** Through the JVM's proxy and trust store; the libraries' own settings would be those of developers' machines. */
    private static HttpClient http() {
        return new JdkHttpClientBuilder()
                .configuration(Configuration.NONE)
                .connectionTimeout(CONNECT)
                .responseTimeout(ANSWER)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .build();
    }

    @Override
    public List<Account> all(Caller caller) {
        ListEntitiesOptions ofTheTenant =
                new ListEntitiesOptions().setFilter("PartitionKey eq '" + caller.tenant() + "'");
        return answered(
                () -> table.listEntities(ofTheTenant, null, Context.NONE).stream()
                        .map(AccountsInTable::account)
                        .toList(),
                "ResourceNotFound",
                List.of());
    }

    @Override
    public Optional<Account> find(Caller caller, String id) {
        return answered(
                () -> Optional.of(account(table.getEntity(caller.tenant(), id))), "ResourceNotFound", Optional.empty());
    }

    /** An insert: the service refuses it where there is such a row, whoever wrote that at the same time. */
    @Override
    public boolean add(Caller caller, Account account) {
        TableEntity row = new TableEntity(caller.tenant(), account.id())
                .addProperty(DISPLAY_NAME, account.displayName())
                .addProperty(PROVISIONED_BY, caller.objectId());
        return answered(
                () -> {
                    table.createEntity(row);
                    return true;
                },
                "EntityAlreadyExists",
                false);
    }

    private static Account account(TableEntity row) {
        return new Account(row.getRowKey(), String.valueOf(row.getProperty(DISPLAY_NAME)));
    }

    /**
     * What the service answers; what else comes of a call is an outage, a time-out, a missing role or a missing table.
     *
     * @param expected the code of an error that is an answer to the question
     *     (https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes)
     */
    private static <T> T answered(Supplier<T> call, String expected, T otherwise) {
        try {
            return call.get();
        } catch (TableRefusalException refused) {
            if (refused.is(expected)) {
                return otherwise;
            }
            throw refused;
        } catch (RuntimeException failed) { // the libraries have no common type for what goes wrong on the way
            throw new AccountsUnavailableException("no answer of the table service: "
                    + Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
                            .limit(5)
                            .map(cause -> cause.getClass().getSimpleName()) // a message may quote a request
                            .collect(Collectors.joining(", ")));
        }
    }
}
