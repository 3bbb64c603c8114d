package org.chengshu.sense;

/** What became of the single values of a delivery; the three add up to what it held. Late values are among the stored. */
public record Receipt(int stored, int duplicate, int rejected, int late) {
    public static final Receipt NOTHING = new Receipt(0, 0, 0, 0);

    public int received() {
        return stored + duplicate + rejected;
    }

    public Receipt plus(Receipt other) {
        return new Receipt(
                stored + other.stored, duplicate + other.duplicate, rejected + other.rejected, late + other.late);
    }
}
