package org.chengshu.sense;

import java.util.List;
import java.util.Optional;

/**
 * The kinds of devices that the installed packs describe, held in memory and as fresh as the last pack applied on this node.
 * Safe for many threads.
 */
public interface Products {
    /** The product, or a fault {@link SenseError#PRODUCT_NOT_FOUND}. */
    Product get(String id);

    Optional<Product> find(String id);

    /** By id. */
    List<Product> list();
}
