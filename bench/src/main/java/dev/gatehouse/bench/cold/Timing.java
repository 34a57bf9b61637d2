package dev.gatehouse.bench.cold;

/**
 * One cold start, in nanoseconds.
 *
 * @param start from the start of the process until the host listens: the app's functions are loaded then
 * @param call from sending the first request to its response
 */
record Timing(long start, long call) {
    private static final double PER_MICROSECOND = 1_000;

    /** The caller's waiting time, in microseconds, without a pause in between. */
    double whole() {
        return (start + call) / PER_MICROSECOND;
    }

    /** In microseconds. */
    double callAlone() {
        return call / PER_MICROSECOND;
    }
}
