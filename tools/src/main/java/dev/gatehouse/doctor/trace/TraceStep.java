package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.StepVerdict;

/**
 * A step of a trace, safe to show.
 *
 * @param where such as the section of the gateway's policies
 * @param took time since the request arrived, as written in the trace; may be empty
 * @param said the trace's own text
 * @param fix one thing to do; empty if nothing has to be done
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
