package dev.gatehouse.local.journey;

/**
 * A layer's refusal of a request.
 *
 * @param reason the layer's own name for it, such as {@code TokenExpired}
 * @param detail what was expected and what came, for the operator; never a token or a key
 */
public record Refusal(Layer layer, String reason, String detail) {}
