package org.chengshu.data.registry;

import java.util.List;
import java.util.Optional;

/** Datasets that come and go while a node runs; asked beside those that modules publish. */
public interface Shelf {
    List<Published> list();

    Optional<Published> find(String id);
}
