package org.chengshu.cases.report;

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
import org.chengshu.core.db.Transactions;
import org.chengshu.core.files.Files;
import org.chengshu.core.images.BrokenImage;
import org.chengshu.core.images.ImageFacts;
import org.chengshu.core.images.ImageKind;
import org.chengshu.core.images.Images;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Photos of reports. Each is kept twice: as it came, for the people who handle the case, and without anything the camera
 * wrote into it, for the public. What the camera wrote of time and place stands beside.
 */
@Component
public final class ReportPhotos {
    private final DSLContext db;
    private final Files files;
    private final Transactions transactions;
    private final ZoneId zone;
    private final Clock clock;
    private final long mostBytes;
    private final int mostPhotos;

    ReportPhotos(
            DSLContext db, Files files, Transactions transactions, CitySettings city, Settings settings, Clock clock) {
        this.db = db;
        this.files = files;
        this.transactions = transactions;
        this.zone = city.zone();
        this.clock = clock;
        this.mostBytes = settings.get(ReportSettings.PHOTO_BYTES);
        this.mostPhotos = settings.get(ReportSettings.PHOTOS);
    }

    /** Reads the stream to its end or to the limit of size. */
    public ReportPhoto add(UUID report, InputStream stream) {
        byte[] content = content(stream);
        ImageKind kind = ImageKind.of(content)
                .orElseThrow(
                        () -> new Fault(CaseError.PHOTO_WRONG, "by its content it is no JPEG, PNG or WebP picture"));
        byte[] bare = bare(content);
        ImageFacts facts = Images.facts(content);
        return transactions.call(() -> kept(report, kind, content, bare, facts));
    }

    private byte[] content(InputStream stream) {
        try {
            byte[] content = stream.readNBytes((int) mostBytes + 1);
            if (content.length > mostBytes) {
                throw new Fault(CaseError.PHOTO_TOO_LARGE, "a photo has at most " + mostBytes + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new Fault(CaseError.PHOTO_WRONG, "the photo broke off: " + e.getMessage(), e);
        }
    }

    private static byte[] bare(byte[] content) {
        try {
            return Images.stripped(content);
        } catch (BrokenImage e) {
            throw new Fault(CaseError.PHOTO_WRONG, "the picture is broken: " + e.getMessage(), e);
        }
    }

    private ReportPhoto kept(UUID report, ImageKind kind, byte[] content, byte[] bare, ImageFacts facts) {
        // Whoever adds photos to one report waits for the other, so that the limit holds.
        db.fetch("select id from cs_cases.report where id = ? for update", report);
        int there = db.fetchSingle("select count(*) as n from cs_cases.report_photo where report_id = ?", report)
                .get("n", Integer.class);
        if (there >= mostPhotos) {
            throw new Fault(CaseError.PHOTO_TOO_MANY, "a report has at most " + mostPhotos + " photos");
        }
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        String name = id + "." + kind.suffix();
        UUID file = files.put(name, kind.type(), new ByteArrayInputStream(content));
        UUID open = files.put(name, kind.type(), new ByteArrayInputStream(bare));
        Optional<Instant> takenAt = facts.takenAt()
                .map(time -> facts.offset().map(time::toInstant).orElseGet(() -> time.atZone(zone)
                        .toInstant()));
        db.execute(
                """
                insert into cs_cases.report_photo (
                    id, report_id, file_id, public_file_id, type, bytes, taken_at, longitude, latitude, added_at)
                values (?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, cast(? as timestamptz))
                """,
                id,
                report,
                file,
                open,
                kind.type(),
                content.length,
                takenAt.map(Instant::toString).orElse(null),
                facts.position().map(Position::longitude).orElse(null),
                facts.position().map(Position::latitude).orElse(null),
                now.toString());
        return new ReportPhoto(id, kind.type(), content.length, takenAt, facts.position(), false);
    }

    /** Gives each report its photos. */
    public List<Report> with(List<Report> reports) {
        Map<UUID, List<Record>> photos = db
                .fetch("select * from cs_cases.report_photo where report_id = any (?) order by added_at, id", (Object)
                        reports.stream().map(Report::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(row -> row.get("report_id", UUID.class)));
        return reports.stream()
                .map(report -> report.with(photos.getOrDefault(report.id(), List.of()).stream()
                        .map(ReportPhotos::photo)
                        .toList()))
                .toList();
    }

    /** Which report a photo belongs to. */
    Optional<UUID> reportOf(UUID photo) {
        return db.fetchOptional("select report_id from cs_cases.report_photo where id = ?", photo)
                .map(row -> row.get("report_id", UUID.class));
    }

    /** The photo as it came. */
    Content original(UUID photo) {
        return content("select file_id as file, type from cs_cases.report_photo where id = ?", photo);
    }

    /** What the public gets, once somebody has looked at the photo and published it. */
    public Content published(UUID photo) {
        return content(
                "select public_file_id as file, type from cs_cases.report_photo where id = ? and published", photo);
    }

    /** Lets the public see the photo without what the camera wrote into it, or takes it back. */
    void publish(UUID photo, boolean published) {
        db.execute("update cs_cases.report_photo set published = ? where id = ?", published, photo);
    }

    private Content content(String sql, UUID photo) {
        return db.fetchOptional(sql, photo)
                .map(row -> new Content(row.get("type", String.class), files.open(row.get("file", UUID.class))))
                .orElseThrow(() -> new Fault(CaseError.REPORT_UNKNOWN, "no photo " + photo));
    }

    private static ReportPhoto photo(Record row) {
        return new ReportPhoto(
                row.get("id", UUID.class),
                row.get("type", String.class),
                row.get("bytes", Long.class),
                Optional.ofNullable(row.get("taken_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("longitude", Double.class))
                        .map(east -> new Position(east, row.get("latitude", Double.class))),
                row.get("published", Boolean.class));
    }

    /** A photo's media type and bytes; the caller closes the stream. */
    public record Content(String type, InputStream stream) {}
}
