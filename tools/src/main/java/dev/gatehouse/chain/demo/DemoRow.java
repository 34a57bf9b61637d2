package dev.gatehouse.chain.demo;

/**
 * One call of the demonstration and how it went.
 *
 * @param call what was tried
 * @param expected status and layer
 * @param answered the status, or Entra's code where no token was issued
 * @param layer that answered
 * @param reason that layer's own name for a refusal; empty for none
 * @param ok whether status, layer and reason are the expected ones
 */
public record DemoRow(String call, String expected, String answered, String layer, String reason, boolean ok) {}
