package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.trace.Layer;

/** The actual result of a call: the response, the layer that answered, and its reason. */
record Actual(String answer, Layer layer, String reason) {}
