package dev.gatehouse.cli;

import dev.gatehouse.doctor.credential.AzureHttp;
import dev.gatehouse.doctor.credential.CredentialSource;
import dev.gatehouse.taskhub.EntraAccess;
import dev.gatehouse.taskhub.TableAccount;
import dev.gatehouse.taskhub.TaskHub;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the task hub and the access to its storage account. */
final class TaskHubOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--account",
            paramLabel = "URL",
            description = "Table service of the app's storage account: https://ACCOUNT.table.core.windows.net,"
                    + " accessed with az login, workload identity or managed identity.")
    private @Nullable String account;

    @Option(
            names = "--connection-string-env",
            paramLabel = "NAME",
            description = "Instead of --account, for Azurite: environment variable that holds its connection string.")
    private @Nullable String variable;

    @Option(
            names = "--hub",
            required = true,
            paramLabel = "NAME",
            description = "Name of the task hub: extensions.durableTask.hubName in host.json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String hub;

    @Option(
            names = "--pages",
            defaultValue = "50",
            paramLabel = "N",
            description =
                    "Maximum number of pages to read from a table, up to 1000 rows each (default ${DEFAULT-VALUE}).")
    private int pages;

    TaskHub open() {
        if (!TaskHub.isName(hub)) {
            throw wrong("--hub must be a task hub name: 3 to 45 letters and digits, beginning with a letter");
        }
        if (pages < 1) {
            throw wrong("--pages must be a number of 1 or more, not " + pages);
        }
        return TaskHub.open(tables(), hub, pages);
    }

    private TableAccount tables() {
        if (account != null && variable == null) {
            return tablesInAzure(account);
        }
        if (account == null && variable != null) {
            return tablesOnThisMachine(variable);
        }
        throw wrong("use either --account or --connection-string-env");
    }

    private TableAccount tablesInAzure(String url) {
        try {
            return TableAccount.inAzure(url, entra(System.getenv()), AzureHttp.client());
        } catch (IllegalArgumentException wrong) {
            throw wrong("--account " + wrong.getMessage());
        }
    }

    private TableAccount tablesOnThisMachine(String name) {
        String connectionString = System.getenv(name);
        if (connectionString == null || connectionString.isBlank()) {
            throw wrong(
                    "--connection-string-env must be the name of an environment variable; the given one is not set");
        }
        try {
            return TableAccount.onThisMachine(connectionString, AzureHttp.client());
        } catch (IllegalArgumentException wrong) {
            throw wrong("the environment variable " + name + " " + wrong.getMessage());
        }
    }

    private static EntraAccess entra(Map<String, String> environment) {
        List<CredentialSource> sources = CredentialSource.among(environment);
        return new EntraAccess(
                CredentialSource.credential(sources, environment),
                sources.stream().map(CredentialSource::words).toList());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
