package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.http.Request;

/** The request as expressions see it: as policies have left it, and what only the call knows of it. */
record Incoming(Request request, CallFacts call) {}
