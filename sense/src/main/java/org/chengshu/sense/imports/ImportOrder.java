package org.chengshu.sense.imports;

import java.util.Objects;
import org.chengshu.core.access.Viewer;
import org.chengshu.sense.Product;
import org.chengshu.sense.mapping.Mapping;

/** What somebody asked to be imported, beside the file itself. */
record ImportOrder(String name, Product product, Mapping mapping, boolean cases, Viewer viewer) {
    ImportOrder {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(viewer, "viewer");
    }

    /** Changes whenever the same file could become other readings. */
    String fingerprint() {
        return product + "\n" + mapping.fingerprint();
    }
}
