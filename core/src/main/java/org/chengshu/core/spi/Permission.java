package org.chengshu.core.spi;

import org.chengshu.kernel.Text;

/**
 * A right that a role may hold.
 *
 * @param name {@code module:action}, such as {@code core:packs}
 */
public record Permission(String name, Text title) {
    public static Permission of(String name, String zh, String en) {
        return new Permission(name, Text.of(zh, en));
    }
}
