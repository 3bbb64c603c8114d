package org.chengshu.core.spi;

import java.util.List;
import org.chengshu.kernel.Text;

/** A bean by which a module tells which public standards its doors meet; {@code /conformance} lists them. */
@FunctionalInterface
public interface StandardSource {
    List<Standard> standards();

    /**
     * One standard.
     *
     * @param path where it is spoken on the people's port
     * @param met the parts of the standard's text that are tested
     * @param notes what goes beyond the text or is left out
     */
    record Standard(String name, String version, String specification, String path, List<String> met, Text notes) {
        public Standard {
            met = List.copyOf(met);
        }
    }
}
