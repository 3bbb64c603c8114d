package org.chengshu.cases.evaluation;

/**
 * One measure of a scheme: its weight, the value that gives full points and the one that gives none; between them points go
 * straight, beyond them they stay. Full may be the higher (a share on time) or the lower one (rework, hours).
 */
record SchemePart(Measure measure, double weight, double full, double none) {
    static final double MOST = 100;

    SchemePart {
        if (!(weight > 0) || full == none) {
            throw new IllegalArgumentException(measure.word() + " needs a weight and two different bounds");
        }
    }

    double points(double value) {
        double share = (value - none) / (full - none);
        return MOST * Math.min(1, Math.max(0, share));
    }
}
