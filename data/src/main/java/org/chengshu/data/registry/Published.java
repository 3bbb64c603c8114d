package org.chengshu.data.registry;

import org.chengshu.core.spi.Fact;
import org.chengshu.data.Dataset;

/** A dataset and the view behind it. */
public record Published(Dataset dataset, String schema, String view) {
    public static Published of(Fact fact) {
        Dataset dataset = new Dataset(
                fact.id(), fact.title(), fact.owner(), fact.timeField(), fact.areaPathField(), fact.fields());
        int dot = fact.view().indexOf('.');
        return new Published(
                dataset, fact.view().substring(0, Math.max(dot, 0)), fact.view().substring(dot + 1));
    }
}
