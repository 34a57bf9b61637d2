package dev.gatehouse.bench;

import java.util.Arrays;

/** Repeated measurements, summarised by their median, which a single outlier does not change. */
public final class Sample {
    private static final double CONFIDENCE_IN_DEVIATIONS = 3.29; // 99.9 % of a normal distribution
    private static final double QUARTILES_IN_DEVIATIONS = 1.349;
    private static final double MEDIAN_TO_MEAN = 1.2533;

    private final double[] sorted;

    /** @param figures at least one */
    public Sample(double... figures) {
        sorted = figures.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        return sorted[sorted.length / 2];
    }

    public double lowerQuartile() {
        return sorted[sorted.length / 4];
    }

    public double upperQuartile() {
        return sorted[sorted.length * 3 / 4];
    }

    /** Half of the median's 99.9 % confidence interval, from the middle half of the figures. */
    public double error() {
        double spread = (upperQuartile() - lowerQuartile()) / QUARTILES_IN_DEVIATIONS;
        return CONFIDENCE_IN_DEVIATIONS * MEDIAN_TO_MEAN * spread / Math.sqrt(sorted.length);
    }
}
