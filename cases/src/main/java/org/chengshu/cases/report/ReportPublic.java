package org.chengshu.cases.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseTable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What the public may ask of reports that came from the public: each with the case that it is handled in today. */
@Component
public final class ReportPublic {
    private final ReportStore store;
    private final ReportPhotos photos;
    private final DSLContext db;

    ReportPublic(ReportStore store, ReportPhotos photos, DSLContext db) {
        this.store = store;
        this.photos = photos;
        this.db = db;
    }

    /** A report and the case that it is handled in; {@code merged} when that is not the case that it opened or joined. */
    public record Followed(Report report, CaseFile file, boolean merged) {}

    /** Of these kinds, reported in the span of time, both ends in it, the newest first. */
    public List<Followed> list(
            List<String> kinds, Instant from, Instant to, List<String> statuses, int first, int most) {
        Condition condition = ReportStore.KIND
                .in(kinds)
                .and(ReportStore.REPORTED_AT.between(CaseTable.utc(from), CaseTable.utc(to)))
                .and(status(statuses));
        return followed(store.listPublic(condition, first, most));
    }

    public List<Followed> list(List<String> numbers) {
        return followed(store.listPublic(ReportStore.NUMBER.in(numbers), 0, numbers.size()));
    }

    /** A report by its id. */
    public Optional<Followed> find(UUID id) {
        return followed(store.listPublic(ReportStore.ID.eq(id), 0, 1)).stream().findFirst();
    }

    private static Condition status(List<String> statuses) {
        if (statuses.size() != 1) {
            return DSL.noCondition();
        }
        return statuses.getFirst().equals("closed") ? ReportStore.CLOSED_NOW : DSL.not(ReportStore.CLOSED_NOW);
    }

    private List<Followed> followed(List<Report> reports) {
        Map<UUID, CaseFile> files = db
                .select(CaseTable.COLUMNS)
                .from(CaseTable.CASES)
                .where(CaseTable.ID.in(
                        reports.stream().map(Report::caseId).distinct().toList()))
                .fetch(CaseTable::read)
                .stream()
                .collect(Collectors.toMap(file -> file.id().value(), file -> file));
        List<Followed> followed = new ArrayList<>();
        for (Report report : photos.with(reports)) {
            followed.add(new Followed(report, files.get(report.caseId()), report.merged()));
        }
        return followed;
    }
}
