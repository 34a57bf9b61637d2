package dev.gatehouse.chain.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The route prefix of functions: {@code extensions.http.routePrefix} of host.json, by default {@code api}. */
public final class RoutePrefix {
    private static final String DEFAULT = "api";

    private RoutePrefix() {}

    /** @param folder that may contain a host.json */
    public static String of(Path folder) {
        Path host = folder.resolve("host.json");
        if (!Files.exists(host)) {
            return DEFAULT;
        }
        try {
            return of(JsonParser.parseString(Files.readString(host)).getAsJsonObject());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(host + " cannot be read", unreadable);
        } catch (JsonParseException | IllegalStateException | ClassCastException malformed) {
            throw new IllegalArgumentException(host + " is malformed: " + malformed.getMessage(), malformed);
        }
    }

    private static String of(JsonObject host) {
        return member(host, "extensions")
                .flatMap(extensions -> member(extensions, "http"))
                .map(http -> http.get("routePrefix"))
                .map(JsonElement::getAsString)
                .orElse(DEFAULT);
    }

    private static Optional<JsonObject> member(JsonObject object, String name) {
        return Optional.ofNullable(object.getAsJsonObject(name));
    }
}
