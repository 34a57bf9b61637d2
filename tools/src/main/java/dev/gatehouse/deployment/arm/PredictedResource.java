package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A resource that a template would deploy.
 *
 * @param type with its parents', and with the version that Microsoft Graph's types carry
 * @param name with its parents'; a text of which parts may not be known
 * @param symbol its name within the template; empty where it has none
 * @param body evaluated as far as it is known
 * @param condition the expression that decides whether it is deployed at all; empty where it certainly is
 */
public record PredictedResource(String type, String name, String symbol, JsonNode body, Optional<String> condition) {}
