package dev.gatehouse.bypass;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows on the real worker, where it is. */
@EnabledIf(
        value = "dev.gatehouse.bypass.RealWorker#isThere",
        disabledReason = "set WORKER_DIR, WORKER_PROTO and WORKER_HOST to run the rows on the real worker, too")
class BypassOnWorkerIT extends BypassRows {

    @Override
    Served start(Path staged, Map<String, String> settings, List<String> jvmOptions, List<String> log, Path ran)
            throws Exception {
        return RealWorker.start(staged, settings, jvmOptions, log, ran);
    }

    /** In a worker of its own: that host's server takes HTTP calls only. */
    @Override
    void run(App app, Served served, String function) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("node", "host.js", app.staged().toString(), "--fn", function, "--in", "timer={}");
        builder.directory(Path.of(System.getenv("WORKER_HOST")).toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ROWS_RAN", served.folder().toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.start().waitFor(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            NO_LIB    | GET greet   | -     | 500         | no | - | rows.Greeter has no guarded instance & without another folder whose name ends in lib
            NO_LIB    | GET catalib | -     | 500         | no | - | rows.Greeter has no guarded instance
            TWO_JARS  | GET aStray  | token | 500         | no | - | -
            TWO_JARS  | GET zStray  | token | 500         | no | - | -
            TWO_JARS  | GET wrong   | -     | 500/503     | no | - | -
            INHERITED | GET base    | -     | 500         | no | - | -
            """)
    void rowOfAnAppThatTheLocalHostDoesNotStart(
            App app, String call, String caller, String status, String ran, String body, String log) throws Exception {
        check(app, call, caller, status, ran, body, log);
    }
}
