package org.chengshu.data.profile;

/** Sums of some numbers, of which mean and spread are made. For one thread. */
public final class Moments {
    private double count;
    private double sum;
    private double squares;

    public void add(double value) {
        count++;
        sum += value;
        squares += value * value;
    }

    public double count() {
        return count;
    }

    public double mean() {
        return sum / count;
    }

    /** The sum of squared distances from the mean. */
    public double spread() {
        return squares - sum * sum / count;
    }

    /** The square of the correlation of two numbers over the rows that have both; 0 when these are fewer than {@code fewest}. */
    public static double shared(double[] one, double[] other, int fewest) {
        Moments ones = new Moments();
        Moments others = new Moments();
        double products = 0;
        for (int i = 0; i < one.length; i++) {
            if (Double.isFinite(one[i]) && Double.isFinite(other[i])) {
                ones.add(one[i]);
                others.add(other[i]);
                products += one[i] * other[i];
            }
        }
        double together = products - ones.count * ones.mean() * others.mean();
        double spreads = ones.spread() * others.spread();
        return ones.count >= fewest && spreads > 0 ? together * together / spreads : 0;
    }
}
