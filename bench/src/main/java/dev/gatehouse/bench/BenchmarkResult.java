package dev.gatehouse.bench;

/**
 * One figure.
 *
 * @param subject what was measured, such as {@code raw-jca}
 * @param microseconds for one operation
 * @param error half of the 99.9 % confidence interval, in microseconds; 0 if unknown
 */
public record BenchmarkResult(String flags, String subject, double microseconds, double error) {}
