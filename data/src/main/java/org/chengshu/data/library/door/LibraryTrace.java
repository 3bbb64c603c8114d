package org.chengshu.data.library.door;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Puts golden records on the chain, behind the rows of sources that they were made of. Ids are {@code library:number}. */
@Component
final class LibraryTrace implements TraceSource {
    static final String RECORD = "library-record";
    static final String ROW = "library-row";
    private static final int MOST_ROWS = 200;

    private final DSLContext sql;

    LibraryTrace(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RECORD, ROW);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        if (!viewer.scope(LibraryRights.READ).isEverywhere()) {
            return Optional.empty();
        }
        return ref.kind().equals(RECORD) ? record(ref) : row(ref);
    }

    private Optional<TraceNode> record(TraceRef ref) {
        return part(ref).flatMap(number -> sql.fetchOptional("""
                        select r.label, r.changed_at, l.id from cs_data.library_record r
                        join cs_data.library l on l.number = r.library where r.id = ?""", number)).map(row -> {
            String label = row.get("label", String.class);
            String words = label.isBlank() ? ref.id() : label;
            return new TraceNode(
                    ref,
                    Text.of("记录 " + words, "record " + words),
                    Optional.of(row.get("changed_at", OffsetDateTime.class).toInstant()),
                    Optional.of("/data/libraries/" + row.get("id", String.class) + "/records/"
                            + part(ref).orElseThrow()));
        });
    }

    private Optional<TraceNode> row(TraceRef ref) {
        return part(ref).flatMap(this::member).map(row -> {
            String words = row.get("source", String.class) + " " + row.get("row_key", String.class);
            return new TraceNode(
                    ref,
                    Text.of("来源行 " + words, "row " + words),
                    Optional.empty(),
                    Optional.of("/data/" + row.get("dataset", String.class)));
        });
    }

    private Optional<Record> member(long id) {
        return sql.fetchOptional(
                "select m.row_key, s.id as source, s.definition ->> 'dataset' as dataset from cs_data.library_member m"
                        + " join cs_data.library_source s on s.number = m.source where m.id = ?",
                id);
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        List<TraceLink> links = new ArrayList<>();
        if (!kinds().contains(ref.kind())
                || !viewer.scope(LibraryRights.READ).isEverywhere()
                || part(ref).isEmpty()) {
            return links;
        }
        String column = ref.kind().equals(RECORD) ? "record" : "member";
        sql.fetch(
                        "select s.member, s.record, l.id from cs_data.library_membership s"
                                + " join cs_data.library l on l.number = s.library where s." + column
                                + " = ? order by s.member limit ?",
                        part(ref).get(),
                        MOST_ROWS)
                .forEach(row -> links.add(new TraceLink(
                        TraceRef.of(ROW, row.get("id", String.class) + ':' + row.get("member", Long.class)),
                        TraceRef.of(RECORD, row.get("id", String.class) + ':' + row.get("record", Long.class)),
                        "merged-into")));
        return links;
    }

    private static Optional<Long> part(TraceRef ref) {
        String number = ref.id().substring(ref.id().lastIndexOf(':') + 1);
        return number.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
    }
}
