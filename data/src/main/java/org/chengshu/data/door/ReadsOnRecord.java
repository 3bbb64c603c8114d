package org.chengshu.data.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.ReadLog;
import org.chengshu.core.audit.SensitiveReads;
import org.chengshu.core.crypto.Masking;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.Rows;
import org.springframework.stereotype.Component;

/** Puts every answer that shows fields of sensitivity 3 and more on record, one entry an answer, before it ends. */
@Component
class ReadsOnRecord {
    private final SensitiveReads reads;

    ReadsOnRecord(SensitiveReads reads) {
        this.reads = reads;
    }

    /**
     * A log that takes the rows of an answer with these columns; empty when neither they nor the fields that the rows were
     * chosen by are sensitive. To ask for everybody with a number is to read that number.
     */
    Optional<RowLog> begin(Dataset dataset, List<String> columns, List<Condition> chosenBy, Viewer viewer) {
        List<String> sensitive = Stream.concat(
                        columns.stream(), chosenBy.stream().map(Condition::field))
                .filter(field -> isSensitive(dataset, field))
                .distinct()
                .toList();
        if (sensitive.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> notes = Map.of(
                "dataset", dataset.id(),
                "fields", String.join(",", sensitive),
                "sensitivity", String.valueOf(dataset.sensitivity()));
        List<Boolean> hidden =
                columns.stream().map(column -> isSensitive(dataset, column)).toList();
        return Optional.of(new RowLog(reads.begin(viewer, dataset.id(), notes), hidden));
    }

    RowsPage recorded(Dataset dataset, RowsPage page, List<Condition> chosenBy, Viewer viewer) {
        begin(dataset, page.columns(), chosenBy, viewer).ifPresent(log -> {
            try (log) {
                page.items()
                        .forEach(row -> log.row(column ->
                                Optional.ofNullable(row.get(page.columns().get(column)))));
            }
        });
        return page;
    }

    Rows recorded(Dataset dataset, Rows rows, List<Condition> chosenBy, Viewer viewer) {
        begin(dataset, rows.columns(), chosenBy, viewer).ifPresent(log -> {
            try (log) {
                rows.rows().forEach(row -> log.row(column -> Optional.ofNullable(row.get(column))));
            }
        });
        return rows;
    }

    private static boolean isSensitive(Dataset dataset, String column) {
        return dataset.find(column)
                .filter(field -> field.sensitivity() >= SensitiveReads.FROM)
                .isPresent();
    }

    /** Rows as the log keeps them: what is sensitive masked, the rest as it is. */
    record RowLog(ReadLog log, List<Boolean> hidden) implements AutoCloseable {
        void row(IntFunction<Optional<Object>> values) {
            List<String> words = new ArrayList<>(hidden.size());
            for (int i = 0; i < hidden.size(); i++) {
                String word = values.apply(i).map(String::valueOf).orElse("");
                words.add(hidden.get(i) ? Masking.general(word) : word);
            }
            log.row(words);
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
