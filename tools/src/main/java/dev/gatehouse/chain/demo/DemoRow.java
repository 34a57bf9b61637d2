package dev.gatehouse.chain.demo;

/**
 * One call of the demonstration and its result.
 *
 * @param call describes the call
 * @param expected the expected status and layer
 * @param answered the actual status, or Entra's code when no token was issued
 * @param layer that answered
 * @param reason the layer's reason for a refusal; empty when the call was served
 * @param ok whether status, layer and reason are as expected
 */
public record DemoRow(String call, String expected, String answered, String layer, String reason, boolean ok) {}
