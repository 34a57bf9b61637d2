package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.trace.Layer;
import java.util.List;
import java.util.stream.Collectors;

/** Names of layers for use in sentences. */
final class LayerNames {
    private LayerNames() {}

    static String of(Layer layer) {
        return layer == Layer.EASY_AUTH || layer == Layer.ENTRA ? layer.title() : "the " + layer.title();
    }

    static String anyOf(List<Layer> layers) {
        return layers.stream().map(LayerNames::of).collect(Collectors.joining(" or "));
    }

    /** Such as {@code 401 by the host}. */
    static String answered(int status, AnswerShape shape) {
        return status + " by " + shape.layer().map(LayerNames::of).orElse("an unknown server");
    }
}
