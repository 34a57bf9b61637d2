package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoRow;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.rendering.Screen;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The output of {@code up}: text for people as the calls are made, JSON for programs at the end. */
final class UpReport {
    private static final int CALLER = 51;
    private static final int ANSWER = 14;
    private static final int MARK = 6;

    private final PrintWriter people;
    private final PrintWriter programs;
    private final Screen screen;
    private final boolean json;
    private String operation = "";

    UpReport(CommandLine line, boolean json) {
        this.people = json ? line.getErr() : line.getOut();
        this.programs = line.getOut();
        this.screen = Terminal.of(line);
        this.json = json;
    }

    void say(String text) {
        people.println(text);
        people.flush();
    }

    void notes(List<String> lines) {
        lines.forEach(line -> say("note: " + line));
    }

    void withoutKey(List<String> functions) {
        if (!functions.isEmpty()) {
            say("");
            say("note: asks for no function key (authLevel ANONYMOUS), so who has a right can call past the gateway: "
                    + String.join(", ", functions));
        }
    }

    void started(Chain chain, HostLogFile log) {
        say("");
        say("  deployment     " + chain.deployment().snapshot());
        say("  gateway        " + chain.doors().gateway() + "  ("
                + KebabCaseEnumConverter.of(chain.deployment().flow()) + ")");
        say("  function app   " + chain.doors().functionApp() + "  (Easy Auth, then the host's key)");
        say("  host           " + chain.doors().host());
        say("  Entra          https://login.microsoftonline.com, through the proxy 127.0.0.1:"
                + chain.entra().proxy().port());
        say("  function log   " + log.path());
    }

    /** One line for each call, below its operation; what was expected only where it was not answered so. */
    void row(DemoRow row) {
        if (!row.operation().equals(operation)) {
            operation = row.operation();
            say("");
            say(operation);
        }
        String mark = row.ok() ? screen.paint(Paint.GOOD, "ok") : screen.paint(Paint.BAD, "BAD");
        String answer = row.answered() + " " + row.layer();
        int used = MARK + Math.max(CALLER, row.caller().length()) + 1 + Math.max(ANSWER, answer.length()) + 1;
        boolean fits = used + row.reason().length() <= screen.columns();
        people.println(("  " + mark + " ".repeat(MARK - 2 - (row.ok() ? 2 : 3)) + pad(row.caller(), CALLER) + " "
                        + pad(answer, ANSWER) + " " + (fits ? row.reason() : ""))
                .stripTrailing());
        if (!fits) {
            people.println(" ".repeat(MARK + 2) + row.reason());
        }
        if (!row.ok()) {
            people.println(" ".repeat(MARK + 2) + "expected: " + row.expected());
        }
        people.flush();
    }

    /**
     * @param notServed the operations that were not called with a right
     * @return whether calls were made, and each was answered as expected
     */
    boolean finished(List<DemoRow> rows, List<Operation> notServed) {
        long unexpected = rows.stream().filter(row -> !row.ok()).count();
        say("");
        if (!notServed.isEmpty()) {
            say("Not called with a right, as that may change something: "
                    + notServed.stream()
                            .map(each -> each.method() + " /" + each.route())
                            .collect(Collectors.joining(", "))
                    + "; give each an \"example\" in the contract, or use --write.");
        }
        if (rows.isEmpty()) {
            say(
                    "No call was made, so nothing is known about the app: its contract has no operation that can be called.");
        }
        say(
                unexpected == 0
                        ? "All " + rows.size() + " calls answered as expected."
                        : unexpected + " of " + rows.size() + " calls did not answer as expected.");
        if (json) {
            programs.println(ReportJson.of(rows));
            programs.flush();
        }
        return unexpected == 0 && !rows.isEmpty();
    }

    void serving(Chain chain, DemoTenant tenant) {
        String pem = chain.tls().trust().pem().toString();
        DemoClient client = tenant.first().orElse(DemoClient.UNASSIGNED);
        say("");
        say("Serving until Ctrl-C. Get a token, as in Azure except for the proxy:");
        say("  TOKEN=$(curl -s --cacert " + pem + " --proxy http://127.0.0.1:"
                + chain.entra().proxy().port() + " \\");
        say("    " + chain.entra().directory().tenant().tokenUrl(2) + " \\");
        say("    -d grant_type=client_credentials -d client_id=" + client.clientId() + " \\");
        say("    -d client_secret=" + tenant.secret().value() + " \\");
        say("    -d scope=" + tenant.secret().scope(chain) + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        say("Make a call:");
        say("  curl --cacert " + pem + " -H \"Authorization: Bearer $TOKEN\" \\");
        say("    -H 'Ocp-Apim-Subscription-Key: " + chain.keys().subscription() + "' \\");
        say("    " + chain.doors().gateway() + "/" + called(tenant, client));
        say("");
        say("To see what each layer decides about a call, add -i and the debug token:");
        say("    -i -H '" + Traces.DEBUG_TOKEN + ": " + chain.traces().debugToken() + "'");
        say("Then pass the value of the response header " + Traces.TRACE_ID + " to:");
        say("  ./gatehouse trace <id>      or      curl " + chain.doors().traces() + "/<id>");
    }

    /** The path of an operation that the client may call. */
    private static String called(DemoTenant tenant, DemoClient client) {
        return tenant.contract().operations().stream()
                .filter(each -> each.method().equals("GET"))
                .filter(each -> each.requirement()
                        .filter(needed -> needed.appRoles().contains(client.name()))
                        .isPresent())
                .map(Operation::route)
                .findFirst()
                .orElse("");
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }
}
