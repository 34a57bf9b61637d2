package dev.gatehouse.sample.identity;

import dev.gatehouse.middleware.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A caller as JSON: ids and permissions; no names, and nothing that could be used to call again. */
record Identity(
        String kind,
        String tenant,
        String objectId,
        String client,
        List<String> roles,
        List<String> scopes,
        Caller.@Nullable Actor actor) {

    static Identity of(Caller caller) {
        return new Identity(
                caller.kind().name().toLowerCase(Locale.ROOT),
                caller.tenant(),
                caller.objectId(),
                caller.client(),
                sorted(caller.roles()),
                sorted(caller.scopes()),
                caller.actor().orElse(null));
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}
