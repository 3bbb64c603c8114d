package org.chengshu.data.standard;

import java.util.List;

/** Makes the book without a node. */
public final class StandardsOf {
    private StandardsOf() {}

    public static Standards sources(StandardSource... sources) {
        return new StandardBook(List.of(sources), List.of());
    }
}
