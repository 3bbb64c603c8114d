package org.chengshu.data.library.build;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.standard.Standards;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads one source into a library, in one transaction, and keeps what was read. */
@Component("librarySourceIntake")
class SourceIntake {
    private static final int TOLD_EVERY = 10_000;

    private final Datasets datasets;
    private final StoredDatasets stored;
    private final Standards standards;
    private final Members members;
    private final CitySettings city;
    private final DSLContext sql;
    private final Clock clock;

    SourceIntake(
            Datasets datasets,
            StoredDatasets stored,
            Standards standards,
            Members members,
            CitySettings city,
            DSLContext sql,
            Clock clock) {
        this.datasets = datasets;
        this.stored = stored;
        this.standards = standards;
        this.members = members;
        this.city = city;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param refused some of the rows that could not be taken, with why */
    record Read(ReadCounts counts, List<String> refused) {}

    /** The definitions that decide how rows become members; when they change every row is read anew. */
    static String readWith(KnownLibrary library, KnownSource source) {
        return "library " + library.version() + ", source " + source.version();
    }

    Read read(KnownLibrary library, KnownSource source, int revision, long build, JobProgress progress) {
        String dataset = source.source().dataset() + (revision == 0 ? "" : "@" + revision);
        RowShape shape = new RowShape(
                library.library(), source.source(), keys(source, datasets.get(dataset)), standards, city.zone());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean anew =
                !source.readWith().filter(readWith(library, source)::equals).isPresent();
        SourceReading reading = new SourceReading(
                new SourceReading.Setting(
                        library.number(), source.number(), revision, library.library(), anew, build, now),
                shape,
                members);
        DatasetQuery query = DatasetQuery.fields(dataset, shape.columns())
                .where(source.source().where())
                .limit(DatasetQuery.EVERY_ROW);
        long[] rows = {0};
        datasets.each(query, Viewer.system(), row -> {
            reading.take(row);
            if (++rows[0] % TOLD_EVERY == 0) {
                progress.at(rows[0], 0, told(source, rows[0]));
            }
        });
        ReadCounts counts = reading.end();
        keep(library, source, revision, counts, now);
        return new Read(counts, reading.refusedExamples());
    }

    /** Takes the rows of a source that is detached out. */
    ReadCounts release(KnownLibrary library, int source, long build) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Long[] all = sql.fetch("select id from cs_data.library_member where source = ?", source)
                .getValues(0, Long.class)
                .toArray(Long[]::new);
        if (all.length > 0) {
            members.touchAround(library.number(), all);
            members.leave(library.number(), build, all, now);
            members.removeAll(library.number(), source);
        }
        return new ReadCounts(0, 0, 0, 0, 0, all.length, 0);
    }

    private List<String> keys(KnownSource source, Dataset dataset) {
        if (!source.source().key().isEmpty()) {
            return source.source().key();
        }
        return stored.find(source.source().dataset())
                .map(kept -> kept.definition().keys())
                .filter(keys -> keys.stream().allMatch(key -> dataset.find(key).isPresent()))
                .orElse(List.of());
    }

    private void keep(KnownLibrary library, KnownSource source, int revision, ReadCounts counts, OffsetDateTime now) {
        sql.execute(
                """
                update cs_data.library_source set revision = ?, read_with = ?, read_at = ?::timestamptz, rows = ?, members = ?,
                    refused = ?, unreadable = case when ? then ? else unreadable end, note_zh = null, note_en = null
                where number = ?""",
                revision,
                readWith(library, source),
                now,
                counts.rows(),
                counts.members(),
                counts.refused(),
                counts.same() == 0,
                counts.unreadable(),
                source.number());
    }

    void leaveAsItWas(KnownSource source, Text why) {
        sql.execute(
                "update cs_data.library_source set note_zh = ?, note_en = ? where number = ?",
                why.zh(),
                why.en(),
                source.number());
    }

    /** Numbers of sources that are detached and still have rows. */
    List<Integer> detached(String library) {
        return sql.fetch("""
                        select number from cs_data.library_source s where library = ? and retired
                        and exists (select 1 from cs_data.library_member m where m.source = s.number)""", library).getValues(0, Integer.class);
    }

    private static Text told(KnownSource source, long rows) {
        String zh = Objects.requireNonNull(source.source().title().zh());
        return Text.of(
                "读取 " + zh + "：" + rows + " 行",
                "reading " + source.source().title().en() + ": " + rows + " rows");
    }
}
