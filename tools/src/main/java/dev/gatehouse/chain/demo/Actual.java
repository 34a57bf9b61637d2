package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.trace.Layer;

/** What a call was answered, by whom and why. */
record Actual(String answer, Layer layer, String reason) {}
