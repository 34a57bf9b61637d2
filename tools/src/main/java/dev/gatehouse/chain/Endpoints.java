package dev.gatehouse.chain;

import java.net.URI;

/**
 * The chain's three endpoints and the trace URL.
 *
 * @param gateway API Management, including the API's path
 * @param functionApp Easy Auth and then the host: the function app's public address
 * @param host the host itself, without Easy Auth; in Azure it cannot be reached directly
 * @param traces URL of the traces; a trace is found at this URL, a slash and the trace id
 */
public record Endpoints(URI gateway, URI functionApp, URI host, URI traces) {}
