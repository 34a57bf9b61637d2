package dev.gatehouse.chain.host;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.gatehouse.chain.http.PortTakenException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceConfigurationError;

/** The child JVM: reads one line of configuration, reports whether it is ready, and ends when its standard input ends. */
public final class HostMain {
    private HostMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream parent = utf8(FileDescriptor.out);
        PrintStream lines = utf8(FileDescriptor.err);
        System.setErr(lines);
        System.setOut(
                lines); // output printed by the app: standard output is reserved for the host, so that its lines cannot
        // be forged
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        if (line != null && start(line, parent, lines)) {
            awaitEnd(input);
        }
        System.exit(0); // the app may have left threads running
    }

    private static boolean start(String line, PrintStream parent, PrintStream lines) {
        try {
            ChildConfig orders = ChildConfig.parse(line);
            HostServer server = HostServer.start(orders, System.getenv(), new HostLog(parent::println, orders.keys()));
            parent.println(ready(server));
            return true;
        } catch (JsonParseException | IllegalStateException unreadable) {
            parent.println(failed("invalid JSON in the configuration or in a file of the staged app"));
        } catch (IllegalArgumentException
                | UncheckedIOException
                | PortTakenException
                | ServiceConfigurationError
                | LinkageError fault) {
            fault.printStackTrace(lines);
            parent.println(failed(String.valueOf(fault.getMessage())));
        }
        return false;
    }

    private static JsonObject ready(HostServer server) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ready", true);
        answer.addProperty("port", server.port());
        JsonArray notes = new JsonArray();
        server.notes().forEach(notes::add);
        answer.add("notes", notes);
        return answer;
    }

    private static JsonObject failed(String error) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ready", false);
        answer.addProperty("error", error);
        return answer;
    }

    private static void awaitEnd(Reader input) throws IOException {
        while (input.read() >= 0) {
            // the parent sends nothing more: wait for the end of the stream
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
