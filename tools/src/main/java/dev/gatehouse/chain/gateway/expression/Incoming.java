package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.http.Request;

/** The request in expressions: after the policies so far, with the call's own properties. */
record Incoming(Request request, CallFacts call) {}
