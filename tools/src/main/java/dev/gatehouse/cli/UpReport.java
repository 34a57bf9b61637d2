package dev.gatehouse.cli;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallTable;
import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import dev.gatehouse.rendering.TextTable;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** The output of {@code up}: text for people as the calls are made, JSON for programs at the end. */
final class UpReport {
    private final PrintWriter people;
    private final PrintWriter programs;
    private final Screen screen;
    private final boolean json;
    private final TextTable table;

    UpReport(CommandLine line, boolean json) {
        this.people = json ? line.getErr() : line.getOut();
        this.programs = line.getOut();
        this.screen = Terminal.of(line);
        this.table = CallTable.on(screen);
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

    void row(CallRow row) {
        table.lines(CallTable.row(row)).forEach(people::println);
        people.flush();
    }

    /** @return whether calls were made, and each was answered as expected */
    boolean finished(List<CallRow> rows) {
        CallTable all = new CallTable(rows);
        say("");
        new PageText(screen).of(all.totals()).forEach(people::println);
        if (all.isClean() && !all.isProof()) {
            say(
                    "No call was made, so nothing is known about the app: its contract has no operation that can be called.");
        }
        people.flush();
        if (json) {
            programs.println(all.json());
            programs.flush();
        }
        return all.isProof();
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

    void signIn(SignInLines how) {
        say("");
        how.lines().forEach(this::say);
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
}
