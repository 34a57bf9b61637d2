package dev.gatehouse.local.demo;

import dev.gatehouse.local.journey.Layer;

/** What a call was answered, by whom and why. */
record Actual(String answer, Layer layer, String reason) {}
