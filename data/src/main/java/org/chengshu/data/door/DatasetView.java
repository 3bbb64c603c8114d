package org.chengshu.data.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetState;
import org.chengshu.data.Datasets;
import org.chengshu.kernel.Text;

/** A dataset on the wire. */
record DatasetView(
        String id,
        Text title,
        String owner,
        String timeField,
        Optional<String> areaPathField,
        int sensitivity,
        long rows,
        boolean rowsExact,
        Optional<Instant> newest,
        List<Field> fields) {

    record Field(String name, Text title, FieldType type, Optional<String> unit, int sensitivity, boolean readable) {
        static Field of(FactField field, Viewer viewer) {
            boolean readable = field.sensitivity() < Dataset.SENSITIVE || viewer.may(Datasets.READ_SENSITIVE);
            return new Field(field.name(), field.title(), field.type(), field.unit(), field.sensitivity(), readable);
        }
    }

    static DatasetView of(Dataset dataset, DatasetState state, Viewer viewer) {
        return new DatasetView(
                dataset.id(),
                dataset.title(),
                dataset.owner(),
                dataset.timeField(),
                dataset.areaPathField(),
                dataset.sensitivity(),
                state.rows(),
                state.rowsExact(),
                state.newest(),
                dataset.fields().stream().map(field -> Field.of(field, viewer)).toList());
    }
}
