package dev.gatehouse.chain.demo;

/**
 * One call of the demonstration and its result.
 *
 * @param operation that was called, such as {@code GET accounts/{id}}
 * @param caller who called, and with what
 * @param expected the expected status and layer
 * @param answered the actual status, or Entra's code when no token was issued
 * @param layer that answered
 * @param reason the layer's reason for a refusal; empty when the call was served
 * @param ok whether status, layer and reason are as expected
 */
public record DemoRow(
        String operation, String caller, String expected, String answered, String layer, String reason, boolean ok) {}
