package org.chengshu.data.library.door;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.data.Dataset;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.library.definition.LibraryField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/**
 * Lets single records be found by name and by keys of one field. Libraries of more than {@value #MOST} records are searched
 * on their own page only; what is sensitive is not searched.
 */
@Component
final class LibraryRecordSearch implements SearchSource {
    private static final int MOST = 200_000;
    private static final int AT_ONCE = 5_000;

    private final LibraryBook book;
    private final DSLContext sql;

    LibraryRecordSearch(LibraryBook book, DSLContext sql) {
        this.book = book;
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "library-record";
    }

    @Override
    public Text title() {
        return Text.of("基础库记录", "Records of libraries");
    }

    @Override
    public String permission() {
        return LibraryRights.READ;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        Map<Integer, KnownLibrary> searched = searched();
        OffsetDateTime time = since.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC);
        long id = 0;
        int found = searched.isEmpty() ? 0 : AT_ONCE;
        while (found == AT_ONCE) {
            Result<Record> page = sql.fetch("""
                    select id, library, label, vals, changed_at from cs_data.library_record
                    where (changed_at, id) > (?::timestamptz, ?) and not gone order by changed_at, id limit ?""", time, id, AT_ONCE);
            page.forEach(row -> Optional.ofNullable(searched.get(row.get("library", Integer.class)))
                    .ifPresent(library -> to.accept(entry(library, row))));
            found = page.size();
            if (found > 0) {
                time = page.get(found - 1).get("changed_at", OffsetDateTime.class);
                id = page.get(found - 1).get("id", Long.class);
            }
        }
    }

    private Map<Integer, KnownLibrary> searched() {
        Map<Integer, KnownLibrary> searched = new HashMap<>();
        for (KnownLibrary library : book.list()) {
            int label = library.library().label();
            boolean few = sql.fetchCount(sql.selectOne()
                            .from("cs_data.library_record")
                            .where("library = ? and not gone", library.number())
                            .limit(MOST + 1))
                    <= MOST;
            if (few && isOpen(library.library().fields().get(label))) {
                searched.put(library.number(), library);
            }
        }
        return searched;
    }

    private static boolean isOpen(LibraryField field) {
        return field.sensitivity() < Dataset.SENSITIVE;
    }

    private static SearchEntry entry(KnownLibrary library, Record row) {
        String[] values = row.get("vals", String[].class);
        List<String> codes = library.library().keys().stream()
                .filter(key -> key.fields().size() == 1)
                .map(key -> key.fields().getFirst())
                .filter(place -> place < values.length
                        && isOpen(library.library().fields().get(place)))
                .map(place -> values[place])
                .filter(Objects::nonNull)
                .toList();
        String label = row.get("label", String.class);
        return SearchEntry.of(library.id() + "/" + row.get("id", Long.class), Text.of(label, label), codes);
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        if (!viewer.scope(LibraryRights.READ).isEverywhere()) {
            return List.of();
        }
        Map<Long, KnownLibrary> wanted = ids.stream()
                .flatMap(id -> book.find(id.substring(0, id.indexOf('/'))).stream()
                        .map(library -> Map.entry(Long.parseLong(id.substring(id.indexOf('/') + 1)), library)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
        return sql.fetch("select id, label from cs_data.library_record where id = any (?) and not gone", (Object)
                        wanted.keySet().toArray(Long[]::new))
                .map(row -> hit(row, wanted.get(row.get("id", Long.class))));
    }

    private SearchHit hit(Record row, KnownLibrary library) {
        long id = row.get("id", Long.class);
        String label = row.get("label", String.class);
        return new SearchHit(
                kind(),
                library.id() + "/" + id,
                Text.of(label, label),
                Text.of(
                        library.library().title().zh() + " · 第 " + id + " 号",
                        library.library().title().en() + " · no. " + id),
                "/data/libraries/" + library.id() + "/records/" + id);
    }
}
