package dev.gatehouse.doctor.probe;

import dev.gatehouse.local.answer.AnswerShape;
import dev.gatehouse.local.journey.Layer;
import java.util.List;
import java.util.stream.Collectors;

/** Layers in sentences. */
final class Words {
    private Words() {}

    static String of(Layer layer) {
        return layer == Layer.EASY_AUTH || layer == Layer.ENTRA ? layer.title() : "the " + layer.title();
    }

    static String anyOf(List<Layer> layers) {
        return layers.stream().map(Words::of).collect(Collectors.joining(" or "));
    }

    /** Such as {@code 401 by the host}. */
    static String answered(int status, AnswerShape shape) {
        return status + " by " + shape.layer().map(Words::of).orElse("none of the layers");
    }
}
