package org.chengshu.core.packs;

import org.chengshu.kernel.Text;

/** Collects what is wrong with a pack, so that its author hears of everything at once. Not for use by several threads. */
public interface PackFaults {
    /** @param place {@code file:line}, as {@link PackItem#place} makes it */
    void add(String place, Text message);
}
