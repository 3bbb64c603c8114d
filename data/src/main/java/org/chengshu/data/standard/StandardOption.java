package org.chengshu.data.standard;

import java.util.List;
import org.chengshu.kernel.Text;

/**
 * One option of a standard function.
 *
 * @param usual the value when none is given; empty for none
 * @param choices the values it may have; empty when it is free
 */
public record StandardOption(String name, Text help, String usual, List<String> choices) {
    public StandardOption {
        choices = List.copyOf(choices);
    }

    /** A choice, of which the first is the usual one. */
    public static StandardOption choice(String name, String zh, String en, String... choices) {
        return new StandardOption(name, Text.of(zh, en), choices[0], List.of(choices));
    }

    public static StandardOption free(String name, String zh, String en) {
        return new StandardOption(name, Text.of(zh, en), "", List.of());
    }
}
