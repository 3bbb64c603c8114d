package org.chengshu.core.packs;

import org.chengshu.kernel.Text;

/**
 * One thing that is wrong with a pack.
 *
 * @param place {@code file:line}
 */
public record PackFault(String place, Text message) {}
