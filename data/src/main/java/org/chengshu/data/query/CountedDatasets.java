package org.chengshu.data.query;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.DatasetState;
import org.chengshu.data.Datasets;
import org.chengshu.data.ReadTally;
import org.chengshu.data.RowReader;
import org.chengshu.data.Rows;
import org.chengshu.data.Selection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The datasets as modules get them: each answer is counted as one read, those of the platform itself apart. */
@Primary
@Component
final class CountedDatasets implements Datasets {
    private final Datasets datasets;
    private final ReadTally tally;

    CountedDatasets(@Qualifier("jooqDatasets") Datasets datasets, ReadTally tally) {
        this.datasets = datasets;
        this.tally = tally;
    }

    @Override
    public List<Dataset> list(Viewer viewer) {
        return datasets.list(viewer);
    }

    @Override
    public Dataset get(String id) {
        return datasets.get(id);
    }

    @Override
    public Optional<Dataset> find(String id) {
        return datasets.find(id);
    }

    @Override
    public DatasetState state(String id, Viewer viewer) {
        return datasets.state(id, viewer);
    }

    @Override
    public void check(DatasetQuery query, Viewer viewer) {
        datasets.check(query, viewer);
    }

    @Override
    public Rows query(DatasetQuery query, Viewer viewer) {
        Rows rows = datasets.query(query, viewer);
        tally.count(query.dataset(), kind(query, viewer));
        return rows;
    }

    @Override
    public void each(DatasetQuery query, Viewer viewer, RowReader reader) {
        datasets.each(query, viewer, reader);
        tally.count(query.dataset(), kind(query, viewer));
    }

    private static ReadTally.Kind kind(DatasetQuery query, Viewer viewer) {
        if (viewer.accountId().equals(Viewer.system().accountId())) {
            return ReadTally.Kind.PLATFORM;
        }
        return query.selection() instanceof Selection.Groups ? ReadTally.Kind.QUERY : ReadTally.Kind.ROWS;
    }
}
