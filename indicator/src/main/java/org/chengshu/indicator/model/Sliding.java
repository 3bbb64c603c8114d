package org.chengshu.indicator.model;

/**
 * A trailing mean over {@code hours} hours of which {@code atLeast} are known; only windows that end with an hour whose
 * local start hour lies in {@code firstEnd..lastEnd} count.
 */
public record Sliding(int hours, int atLeast, int firstEnd, int lastEnd) {
    public static final int LAST_HOUR = 23;

    public Sliding {
        if (hours < 1 || atLeast < 1 || atLeast > hours) {
            throw new IllegalArgumentException("a window of " + hours + " hours cannot need " + atLeast);
        }
        if (firstEnd < 0 || lastEnd > LAST_HOUR || firstEnd > lastEnd) {
            throw new IllegalArgumentException("windows end at hours from 0 to 23, first to last");
        }
    }

    public boolean ends(int localHour) {
        return localHour >= firstEnd && localHour <= lastEnd;
    }
}
