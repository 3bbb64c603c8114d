package org.chengshu.data.source;

import java.util.List;
import java.util.Objects;
import org.chengshu.data.load.FieldMapping;

/** Which dataset the rows of a source fill, and which column fills which field; an empty mapping goes by names. Immutable. */
record Target(String dataset, List<FieldMapping> mapping) {
    Target {
        Objects.requireNonNull(dataset, "dataset");
        mapping = mapping == null ? List.of() : List.copyOf(mapping);
    }
}
