package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoRow;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.rendering.ReportJson;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** The output of {@code up}: text for people as the calls are made, JSON for programs at the end. */
final class UpReport {
    private static final String LINE = "%-64s %-18s %-13s %-10s %-30s %s%n";

    private final PrintWriter people;
    private final PrintWriter programs;
    private final boolean json;

    UpReport(CommandLine line, boolean json) {
        this.people = json ? line.getErr() : line.getOut();
        this.programs = line.getOut();
        this.json = json;
    }

    void say(String text) {
        people.println(text);
        people.flush();
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
        say("");
        people.printf(LINE, "CALL", "EXPECTED", "ANSWERED", "BY", "REASON", "");
        people.flush();
    }

    void row(DemoRow row) {
        people.printf(
                LINE,
                row.call(),
                row.expected(),
                row.answered(),
                row.layer(),
                row.reason(),
                row.ok() ? "ok" : "UNEXPECTED");
        people.flush();
    }

    /** @return whether every call answered as expected */
    boolean finished(List<DemoRow> rows) {
        long unexpected = rows.stream().filter(row -> !row.ok()).count();
        say("");
        say(
                unexpected == 0
                        ? "All " + rows.size() + " calls answered as expected."
                        : unexpected + " of " + rows.size() + " calls did not answer as expected.");
        if (json) {
            programs.println(ReportJson.of(rows));
            programs.flush();
        }
        return unexpected == 0;
    }

    void serving(Chain chain, DemoSecret secret) {
        String pem = chain.tls().trust().pem().toString();
        say("");
        say("Serving until Ctrl-C. Get a token, as in Azure except for the proxy:");
        say("  TOKEN=$(curl -s --cacert " + pem + " --proxy http://127.0.0.1:"
                + chain.entra().proxy().port() + " \\");
        say("    " + chain.entra().directory().tenant().tokenUrl(2) + " \\");
        say("    -d grant_type=client_credentials -d client_id=" + secret.clientId() + " \\");
        say("    -d client_secret=" + secret.value() + " -d scope=" + secret.scope(chain)
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        say("Make a call:");
        say("  curl --cacert " + pem + " -H \"Authorization: Bearer $TOKEN\" \\");
        say("    -H 'Ocp-Apim-Subscription-Key: " + chain.keys().subscription() + "' "
                + chain.doors().gateway() + "/whoami");
        say("");
        say("To see what each layer decides about a call, add -i and the debug token:");
        say("    -i -H '" + Traces.DEBUG_TOKEN + ": " + chain.traces().debugToken() + "'");
        say("Then pass the value of the response header " + Traces.TRACE_ID + " to:");
        say("  ./gatehouse trace <id>      or      curl " + chain.doors().traces() + "/<id>");
    }
}
