package org.chengshu.cases.photo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.files.Files;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Photos of handlers. A picture that a case has already is not kept a second time, however often it is sent. */
@Component
final class CasePhotos {
    static final int MOST = 12;

    private final DSLContext db;
    private final CaseStore cases;
    private final CaseMover mover;
    private final Files files;
    private final Transactions transactions;
    private final Clock clock;

    CasePhotos(DSLContext db, CaseStore cases, CaseMover mover, Files files, Transactions transactions, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.mover = mover;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Faults unless the viewer works on the case. */
    void requireWork(CaseId id, Viewer viewer) {
        CaseRights.requireWork(get(id, viewer), viewer);
    }

    private CaseFile get(CaseId id, Viewer viewer) {
        return cases.find(id, viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
    }

    CasePhoto add(CaseId id, CaseShot shot, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = cases.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            String digest = shot.digest();
            return same(id, shot.moment(), digest).orElseGet(() -> keep(file, shot, digest, viewer));
        });
    }

    private Optional<CasePhoto> same(CaseId id, PhotoMoment moment, String digest) {
        return db.fetchOptional(
                        "select * from cs_cases.case_photo where case_id = ? and moment = ? and digest = ?",
                        id.value(),
                        moment.word(),
                        digest)
                .map(CasePhotos::photo);
    }

    private CasePhoto keep(CaseFile file, CaseShot shot, String digest, Viewer viewer) {
        requireRoom(file.id(), shot.moment());
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        UUID content = files.put(
                id + "." + shot.kind().suffix(), shot.kind().type(), new ByteArrayInputStream(shot.content()));
        db.execute(
                """
                insert into cs_cases.case_photo (
                    id, case_id, moment, digest, file_id, type, bytes, taken_at, longitude, latitude, placed_by,
                    added_by, added_by_name, added_at)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as double precision),
                        cast(? as double precision), ?, ?, ?, cast(? as timestamptz))
                """,
                id,
                file.id().value(),
                shot.moment().word(),
                digest,
                content,
                shot.kind().type(),
                shot.content().length,
                shot.takenAt().map(Instant::toString).orElse(null),
                shot.position().map(Position::longitude).orElse(null),
                shot.position().map(Position::latitude).orElse(null),
                shot.placedBy().orElse(null),
                viewer.accountId(),
                viewer.displayName(),
                now.toString());
        mover.note(
                file,
                Timeline.Deed.of(CaseAction.PHOTO, Actor.of(viewer), now)
                        .with(Map.of(
                                "photo", id.toString(), "moment", shot.moment().word())));
        return photo(db.fetchSingle("select * from cs_cases.case_photo where id = ?", id));
    }

    private void requireRoom(CaseId id, PhotoMoment moment) {
        int there = db.fetchSingle(
                        "select count(*)::int as n from cs_cases.case_photo where case_id = ? and moment = ?",
                        id.value(),
                        moment.word())
                .get("n", Integer.class);
        if (there >= MOST) {
            throw new Fault(CaseError.PHOTO_TOO_MANY, "a case has at most " + MOST + " photos from " + moment.word());
        }
    }

    List<CasePhoto> list(CaseId id, Viewer viewer) {
        return db.fetch(
                        "select * from cs_cases.case_photo where case_id = ? order by coalesce(taken_at, added_at), id",
                        get(id, viewer).id().value())
                .map(CasePhotos::photo);
    }

    /** A photo's media type and bytes; the caller closes the stream. */
    record Content(String type, InputStream stream) {}

    Content open(UUID photo, Viewer viewer) {
        Record row = db.fetchOptional("select case_id, file_id, type from cs_cases.case_photo where id = ?", photo)
                .filter(found -> cases.find(new CaseId(found.get("case_id", UUID.class)), viewer.scope(CaseRights.READ))
                        .isPresent())
                .orElseThrow(() -> new Fault(CaseError.PHOTO_UNKNOWN, "no photo " + photo));
        return new Content(row.get("type", String.class), files.open(row.get("file_id", UUID.class)));
    }

    private static CasePhoto photo(Record row) {
        return new CasePhoto(
                row.get("id", UUID.class),
                row.get("moment", String.class),
                row.get("type", String.class),
                row.get("bytes", Long.class),
                Optional.ofNullable(row.get("taken_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("longitude", Double.class))
                        .map(east -> new Position(east, row.get("latitude", Double.class))),
                Optional.ofNullable(row.get("placed_by", String.class)),
                row.get("added_by_name", String.class),
                row.get("added_at", OffsetDateTime.class).toInstant());
    }
}
