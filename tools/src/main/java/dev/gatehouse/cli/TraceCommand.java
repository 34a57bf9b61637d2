package dev.gatehouse.cli;

import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.rendering.Printable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse trace <id>}: prints the trace of one request through the chain that {@code up} serves. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Print what each layer of the running chain decided about a request.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the trace was printed",
            "2:invalid command line, no running chain, or the trace was not found",
            "3:the file that a running 'up' wrote in this folder cannot be read"
        })
final class TraceCommand implements Callable<Integer> {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "<id>", description = "Value of the response header Apim-Trace-Id.")
    private String id = "";

    @Option(names = "--url", description = "Trace URL printed by 'up' (default: the 'up' running in this folder).")
    private @Nullable String url;

    @Option(names = "--json", description = "Print the trace as JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        try {
            String answer = fetched();
            Trace trace = TraceJson.read(answer)
                    .orElseThrow(() -> new UserInputException("the server at " + traces() + " is not 'gatehouse up'"));
            spec.commandLine()
                    .getOut()
                    .println(json ? answer : new TraceTable(Terminal.of(spec.commandLine())).of(trace));
            return CommandLine.ExitCode.OK;
        } catch (UserInputException fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private String fetched() throws InterruptedException {
        if (!ID.matcher(id).matches()) {
            throw new UserInputException(
                    "invalid trace id: expected 32 hexadecimal digits, from the response header Apim-Trace-Id");
        }
        URI traces = traces();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build()
                    .send(request(traces), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 404) {
                throw new UserInputException("trace " + id + " not found at " + traces
                        + "; only the newest 100 traces of the running chain are kept");
            }
            if (response.statusCode() != 200) {
                throw new UserInputException(
                        traces + " answered " + response.statusCode() + "; is it the trace URL printed by 'up'?");
            }
            return response.body();
        } catch (IOException unreachable) {
            throw new UserInputException("no server responds at " + traces + "; start the chain with: ./gatehouse up");
        }
    }

    private HttpRequest request(URI traces) {
        try {
            return HttpRequest.newBuilder(URI.create(traces + "/" + id))
                    .timeout(Duration.ofSeconds(10))
                    .build();
        } catch (IllegalArgumentException noHttp) {
            throw noAddress(traces.toString());
        }
    }

    private URI traces() {
        return Optional.ofNullable(url)
                .map(TraceCommand::address)
                .or(() -> InstanceFile.traces(PROJECT))
                .orElseThrow(
                        () -> new UserInputException(
                                "no running chain found in this folder; start it with: ./gatehouse up (or give its trace URL with --url)"));
    }

    /** Accepted with or without a trailing slash. */
    private static URI address(String text) {
        try {
            return new URI(text.replaceFirst("/+$", ""));
        } catch (URISyntaxException none) {
            throw noAddress(text);
        }
    }

    private static UserInputException noAddress(String text) {
        return new UserInputException(
                "--url must be a URL such as http://127.0.0.1:40123/trace, not " + Printable.of(text));
    }
}
