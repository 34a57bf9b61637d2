package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.StepVerdict;

/**
 * A step of a trace, fit to be shown.
 *
 * @param where such as the section of the gateway's policies
 * @param took since the request came, as the trace writes it; may be empty
 * @param said in the trace's own words
 * @param fix one thing to do; empty where there is nothing
 */
record TraceStep(
        Layer layer,
        String policy,
        String where,
        String took,
        StepVerdict verdict,
        String reason,
        String said,
        String fix) {}
