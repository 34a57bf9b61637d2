package dev.gatehouse.chain;

import java.net.URI;

/**
 * The three ways in, and where traces are read.
 *
 * @param gateway API Management, up to and with the API's path
 * @param functionApp Easy Auth and then the host: the function app's public address
 * @param host the host alone, which in Azure nobody reaches
 * @param traces below it, a trace by its id
 */
public record Endpoints(URI gateway, URI functionApp, URI host, URI traces) {}
