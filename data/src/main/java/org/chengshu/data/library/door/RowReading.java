package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.ReadLog;
import org.chengshu.core.audit.SensitiveReads;
import org.chengshu.core.crypto.Masking;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.library.definition.LibraryField;
import org.chengshu.kernel.Text;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Makes rows and values fit for a viewer: sensitive ones are masked, or their reading is put on record. */
@Component("libraryRowReading")
class RowReading {
    private final LibraryBook book;
    private final SensitiveReads reads;

    RowReading(LibraryBook book, SensitiveReads reads) {
        this.book = book;
        this.reads = reads;
    }

    /** For one answer about a library to one viewer. */
    Reading begin(KnownLibrary library, Viewer viewer) {
        return new Reading(library, viewer);
    }

    final class Reading {
        private final KnownLibrary library;
        private final boolean all;
        private final Viewer viewer;
        private final Map<Integer, KnownSource> sources = new HashMap<>();
        private final List<String> shown = new ArrayList<>();

        Reading(KnownLibrary library, Viewer viewer) {
            this.library = library;
            this.viewer = viewer;
            this.all = viewer.may(Datasets.READ_SENSITIVE);
            book.sources(library.id()).forEach(source -> sources.put(source.number(), source));
        }

        /** Of a record with the columns id, source, row_key, revision, changed_at and vals. */
        ShownRow row(Record row) {
            KnownSource source = sources.get(row.get("source", Integer.class));
            int revision = row.get("revision", Integer.class);
            Long changed = row.get("changed_at", Long.class);
            return new ShownRow(
                    row.get("id", Long.class),
                    source == null ? "?" : source.id(),
                    source == null
                            ? Text.of("已解除的来源", "detached source")
                            : source.source().title(),
                    source == null ? "" : source.source().dataset(),
                    Optional.of(revision).filter(number -> number > 0),
                    row.get("row_key", String.class),
                    Optional.ofNullable(changed).map(Instant::ofEpochMilli),
                    values(row.get("vals", String[].class)));
        }

        Map<String, String> values(String[] values) {
            Map<String, String> byField = new LinkedHashMap<>();
            for (int i = 0; i < values.length && i < library.library().fields().size(); i++) {
                if (values[i] != null) {
                    byField.put(library.library().fields().get(i).name(), value(i, values[i]));
                }
            }
            return byField;
        }

        String value(int place, String value) {
            LibraryField field = library.library().fields().get(place);
            if (field.sensitivity() < Dataset.SENSITIVE) {
                return value;
            }
            if (all) {
                shown.add(field.name() + ' ' + Masking.general(value));
                return value;
            }
            return Masking.general(value);
        }

        /** What was shown of sensitive fields is on record afterwards. */
        void end() {
            if (!shown.isEmpty()) {
                try (ReadLog log = reads.begin(viewer, library.library().dataset(), Map.of("library", library.id()))) {
                    shown.forEach(word -> log.row(List.of(word)));
                }
            }
        }
    }
}
