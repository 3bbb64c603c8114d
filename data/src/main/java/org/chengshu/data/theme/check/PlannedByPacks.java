package org.chengshu.data.theme.check;

import java.util.List;
import org.chengshu.core.packs.PackContents;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.PlannedDatasets;
import org.chengshu.data.query.QueryCheck;
import org.chengshu.data.registry.Published;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.stereotype.Component;

@Component
final class PlannedByPacks implements PlannedDatasets {
    private final PackDatasets datasets;
    private final QueryCheck queries;

    PlannedByPacks(PackDatasets datasets, QueryCheck queries) {
        this.datasets = datasets;
        this.queries = queries;
    }

    @Override
    public Planned after(PackContents contents) {
        FactRelations there = datasets.of(contents);
        return new Planned() {
            @Override
            public Dataset get(String id) {
                return published(there, id).dataset();
            }

            @Override
            public void check(DatasetQuery query) {
                queries.check(published(there, query.dataset()), query);
            }
        };
    }

    private static Published published(FactRelations there, String id) {
        return there.get(id).orElseThrow(() -> new Fault(DataError.DATASET_NOT_FOUND, unknown(there, id)));
    }

    private static String unknown(FactRelations there, String id) {
        List<String> ids =
                there.published().stream().map(one -> one.dataset().id()).toList();
        return "no dataset " + id
                + Nearest.of(id, ids)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }
}
