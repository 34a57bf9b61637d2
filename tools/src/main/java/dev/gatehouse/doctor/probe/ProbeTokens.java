package dev.gatehouse.doctor.probe;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The tokens available for one endpoint; its text never contains a token. */
public record ProbeTokens(Map<TamperedToken, String> known) {
    public ProbeTokens {
        known = Map.copyOf(known);
    }

    /** The same tokens, with one kind replaced. */
    public ProbeTokens with(TamperedToken kind, String token) {
        Map<TamperedToken, String> changed = new EnumMap<>(TamperedToken.class);
        changed.putAll(known);
        changed.put(kind, token);
        return new ProbeTokens(changed);
    }

    public Optional<String> of(TamperedToken kind) {
        return Optional.ofNullable(known.get(kind));
    }

    @Override
    public String toString() {
        return "tokens " + known.keySet();
    }
}
