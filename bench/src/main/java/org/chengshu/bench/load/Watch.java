package org.chengshu.bench.load;

/** What is counted while it is steady. */
final class Watch {
    private final Latencies latencies = new Latencies();
    private boolean steady;
    private long disorder;

    void steady(boolean is) {
        steady = is;
    }

    void acknowledged(long nanos, boolean inOrder) {
        if (!inOrder) {
            disorder++;
        }
        if (steady) {
            latencies.add(nanos);
        }
    }

    Latencies latencies() {
        return latencies;
    }

    long disorder() {
        return disorder;
    }
}
