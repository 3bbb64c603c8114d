package org.chengshu.sense.rules;

import java.util.Arrays;
import java.util.List;
import org.chengshu.sense.codec.Micros;

/** Where each thing stands in the memories of devices under the same rules. */
final class Shape {
    static final Shape NOTHING = new Shape(List.of(), List.of(), List.of(), new int[0]);

    private final List<String> properties;
    private final List<String> rules;
    private final List<String> fingerprints;
    private final int[] starts;
    private final long[] noRuns;

    /** The widths say how many cells each rule has. */
    Shape(List<String> properties, List<String> rules, List<String> fingerprints, int[] widths) {
        this.properties = List.copyOf(properties);
        this.rules = List.copyOf(rules);
        this.fingerprints = List.copyOf(fingerprints);
        this.starts = new int[widths.length + 1];
        for (int i = 0; i < widths.length; i++) {
            starts[i + 1] = starts[i] + widths[i];
        }
        this.noRuns = new long[starts[widths.length]];
        Arrays.fill(noRuns, Micros.NONE);
    }

    List<String> properties() {
        return properties;
    }

    List<String> rules() {
        return rules;
    }

    String fingerprint(int rule) {
        return fingerprints.get(rule);
    }

    int start(int rule) {
        return starts[rule];
    }

    int width(int rule) {
        return starts[rule + 1] - starts[rule];
    }

    /** The cells of a device on which no rule has anything to remember; shared, never written to. */
    long[] noRuns() {
        return noRuns;
    }
}
