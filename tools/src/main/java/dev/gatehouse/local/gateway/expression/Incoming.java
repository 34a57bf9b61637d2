package dev.gatehouse.local.gateway.expression;

import dev.gatehouse.local.http.Request;

/** The request as expressions see it: as policies have left it, and what only the call knows of it. */
record Incoming(Request request, Call call) {}
