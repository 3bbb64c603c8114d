package org.chengshu.demo;

/**
 * How the demonstration plays: the seed from which its city, weather and incidents are made (the same seed, the same
 * city), how many times faster than usual its devices report, and how many devices it has.
 */
public record DemoOptions(long seed, double rate, int devices) {
    public static final int FEWEST_DEVICES = 20;
    public static final int MOST_DEVICES = 5_000;
    public static final double MOST_RATE = 100;

    public DemoOptions {
        if (devices < FEWEST_DEVICES || devices > MOST_DEVICES) {
            throw new IllegalArgumentException(
                    "devices must be " + FEWEST_DEVICES + ".." + MOST_DEVICES + ", not " + devices);
        }
        if (!(rate > 0 && rate <= MOST_RATE)) {
            throw new IllegalArgumentException("rate must be above 0 and at most " + MOST_RATE + ", not " + rate);
        }
    }
}
