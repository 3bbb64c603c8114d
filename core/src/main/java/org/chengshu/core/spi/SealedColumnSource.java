package org.chengshu.core.spi;

import java.util.List;
import org.chengshu.core.crypto.SealedColumn;

/** A bean by which a module hands over the columns in which it keeps sealed values; a rotation of keys seals them anew. */
@FunctionalInterface
public interface SealedColumnSource {
    List<SealedColumn> columns();
}
