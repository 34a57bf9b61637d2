package dev.gatehouse.doctor.token;

import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Reason;
import java.util.Optional;

/** A part of a layer that is not judged, because it was not given or cannot be executed here. */
record NotExecuted(String title) implements CheckId {
    @Override
    public String code() {
        return "not-executed";
    }

    @Override
    public Optional<Reason> reason() {
        return Optional.empty();
    }
}
