package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.jwt.UnverifiedJwt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of examining a token.
 *
 * @param remarks on what was pasted, and on where the values come from
 */
public record Diagnosis(
        TokenProfile nature,
        UnverifiedJwt decoded,
        List<String> remarks,
        List<LayerReport> layers,
        List<OperationReport> operations,
        Instant at) {
    public Diagnosis {
        remarks = List.copyOf(remarks);
        layers = List.copyOf(layers);
        operations = List.copyOf(operations);
    }

    /**
     * Whether a call with this token would be accepted: by every layer that sees it, and for an operation. Empty where
     * something is undecided and no layer refuses.
     */
    public Optional<Boolean> admitted() {
        List<LayerReport> seen = layers.stream().filter(LayerReport::seen).toList();
        boolean refused = seen.stream().anyMatch(layer -> layer.admitted().equals(Optional.of(false)))
                || !operations.isEmpty() && operations.stream().allMatch(OperationReport::isRefused);
        if (refused) {
            return Optional.of(false);
        }
        boolean decided = seen.stream().allMatch(layer -> layer.admitted().isPresent())
                && (operations.isEmpty() || operations.stream().anyMatch(OperationReport::isAdmitted));
        return decided ? Optional.of(true) : Optional.empty();
    }

    /** The layer that would refuse the call. */
    public Optional<LayerReport> firstRefusing() {
        return layers.stream().filter(layer -> layer.firstRefused().isPresent()).findFirst();
    }

    public LayerReport layer(Layer layer) {
        return layers.stream().filter(each -> each.layer() == layer).findFirst().orElseThrow();
    }
}
