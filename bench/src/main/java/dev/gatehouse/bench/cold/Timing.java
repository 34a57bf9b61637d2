package dev.gatehouse.bench.cold;

/**
 * One cold start, in nanoseconds.
 *
 * @param start from the start of the process until the host listens: the app's functions are loaded then
 * @param call from sending the first request to its answer
 */
record Timing(long start, long call) {
    private static final double PER_MICROSECOND = 1_000;

    /** What a caller waits for, in microseconds; a pause in between is not in it. */
    double whole() {
        return (start + call) / PER_MICROSECOND;
    }

    /** In microseconds. */
    double callAlone() {
        return call / PER_MICROSECOND;
    }
}
