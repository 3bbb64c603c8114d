package org.chengshu.cases.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.cases.CaseError;
import org.chengshu.core.files.Files;
import org.chengshu.core.images.ImageFacts;
import org.chengshu.core.images.ImageKind;
import org.chengshu.core.images.Images;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Photos that grid workers take of what they found, with what the camera wrote of time and place. */
@Component
final class CheckPhotos {
    static final int MOST = 6;
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private final DSLContext db;
    private final Files files;
    private final ZoneId zone;
    private final Clock clock;

    CheckPhotos(DSLContext db, Files files, CitySettings city, Clock clock) {
        this.db = db;
        this.files = files;
        this.zone = city.zone();
        this.clock = clock;
    }

    /** Joins the caller's transaction, which holds the lock of the case. */
    CheckPhoto add(UUID check, byte[] content) {
        ImageKind kind = ImageKind.of(content)
                .orElseThrow(
                        () -> new Fault(CaseError.PHOTO_WRONG, "by its content it is no JPEG, PNG or WebP picture"));
        if (of(List.of(check)).getOrDefault(check, List.of()).size() >= MOST) {
            throw new Fault(CaseError.PHOTO_TOO_MANY, "a check has at most " + MOST + " photos");
        }
        ImageFacts facts = Images.facts(content);
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        UUID file = files.put(id + "." + kind.suffix(), kind.type(), new ByteArrayInputStream(content));
        Optional<Instant> takenAt = facts.takenAt()
                .map(time -> facts.offset().map(time::toInstant).orElseGet(() -> time.atZone(zone)
                        .toInstant()));
        db.execute(
                """
                insert into cs_cases.check_photo (id, check_id, file_id, type, bytes, taken_at, longitude, latitude, added_at)
                values (?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as double precision), cast(? as double precision),
                        cast(? as timestamptz))
                """,
                id,
                check,
                file,
                kind.type(),
                content.length,
                takenAt.map(Instant::toString).orElse(null),
                facts.position().map(Position::longitude).orElse(null),
                facts.position().map(Position::latitude).orElse(null),
                now.toString());
        return new CheckPhoto(id, kind.type(), content.length, takenAt, facts.position());
    }

    /** Reads the stream to its end or to the limit of size. */
    static byte[] read(InputStream stream) {
        try {
            byte[] content = stream.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new Fault(CaseError.PHOTO_TOO_LARGE, "a photo has at most " + MOST_BYTES + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new Fault(CaseError.PHOTO_WRONG, "the photo broke off: " + e.getMessage(), e);
        }
    }

    Map<UUID, List<CheckPhoto>> of(List<UUID> checks) {
        return db
                .fetch("select * from cs_cases.check_photo where check_id = any (?) order by added_at, id", (Object)
                        checks.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("check_id", UUID.class),
                        Collectors.mapping(CheckPhotos::photo, Collectors.toList())));
    }

    Optional<UUID> checkOf(UUID photo) {
        return db.fetchOptional("select check_id from cs_cases.check_photo where id = ?", photo)
                .map(row -> row.get("check_id", UUID.class));
    }

    /** A photo's media type and bytes; the caller closes the stream. */
    record Content(String type, InputStream stream) {}

    Content open(UUID photo) {
        Record row = db.fetchSingle("select file_id, type from cs_cases.check_photo where id = ?", photo);
        return new Content(row.get("type", String.class), files.open(row.get("file_id", UUID.class)));
    }

    private static CheckPhoto photo(Record row) {
        return new CheckPhoto(
                row.get("id", UUID.class),
                row.get("type", String.class),
                row.get("bytes", Long.class),
                Optional.ofNullable(row.get("taken_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("longitude", Double.class))
                        .map(east -> new Position(east, row.get("latitude", Double.class))));
    }
}
