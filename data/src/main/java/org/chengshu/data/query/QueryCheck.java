package org.chengshu.data.query;

import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.registry.Published;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether a query fits a dataset, which need not be there yet. */
@Component
public class QueryCheck {
    private final Composer composer;

    QueryCheck(DSLContext sql, CitySettings settings) {
        this.composer = new Composer(sql, settings.zone());
    }

    public void check(Published dataset, DatasetQuery query) {
        composer.compose(dataset, query, Viewer.system());
    }
}
