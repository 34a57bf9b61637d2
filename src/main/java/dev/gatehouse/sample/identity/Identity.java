package dev.gatehouse.sample.identity;

import dev.gatehouse.middleware.AdmittedCaller;
import dev.gatehouse.middleware.DelegatedCaller;
import dev.gatehouse.token.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A caller as JSON: ids and permissions, no names, nothing that could be used to call again. */
record Identity(
        String kind,
        String tenant,
        String objectId,
        String client,
        List<String> roles,
        List<String> scopes,
        String tokenVersion,
        String tokenExpires,
        @Nullable DelegatedCaller speaksFor) {

    static Identity of(AdmittedCaller admitted) {
        Caller caller = admitted.caller();
        return new Identity(
                caller.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                caller.tenant(),
                caller.objectId(),
                caller.client(),
                sorted(caller.roles()),
                sorted(caller.scopes()),
                caller.tokenVersion().claim(),
                caller.expiresAt().toString(),
                admitted.speaksFor().orElse(null));
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}
