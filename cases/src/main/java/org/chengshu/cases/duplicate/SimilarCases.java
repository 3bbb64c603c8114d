package org.chengshu.cases.duplicate;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.geo.Datums;
import org.chengshu.kernel.geo.Position;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds open cases that may be the same matter: near by, or in the same area when the place is not known. */
@Component
final class SimilarCases {
    static final int MOST = 10;

    private static final int LOOKED_AT = 300;
    private static final double LEAST = 0.35;
    private static final double METRES_OF_A_DEGREE = 111_320;
    private static final double NEAR_THE_POLE = 0.01;
    private static final Duration SPAN = Duration.ofDays(60);

    private final DSLContext db;
    private final CaseItems items;
    private final Clock clock;

    SimilarCases(DSLContext db, CaseItems items, Clock clock) {
        this.db = db;
        this.items = items;
        this.clock = clock;
    }

    /** What is known of a matter. */
    record Matter(
            Optional<UUID> self,
            Optional<String> kind,
            String words,
            Optional<Position> position,
            Optional<String> areaPath,
            Instant at,
            double radius) {
        static Matter of(CaseFile file, double radius) {
            return new Matter(
                    Optional.of(file.id().value()),
                    Optional.of(file.kind()),
                    SimilarCases.words(file),
                    file.position(),
                    Optional.of(file.areaPath()),
                    file.openedAt(),
                    radius);
        }
    }

    /** The most alike first; {@code metres} when both places are known. */
    record Similar(CaseItem of, Likeness likeness, Optional<Long> metres) {}

    List<Similar> find(Matter matter, Viewer viewer) {
        Optional<Condition> where = matter.position()
                .map(position -> around(position, matter.radius()))
                .or(() -> matter.areaPath().map(AREA_PATH::eq));
        if (where.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return db
                .select(COLUMNS)
                .from(CASES)
                .where(within(viewer.scope(CaseRights.READ)))
                .and(OPEN)
                .and(HISTORICAL.isFalse())
                .and(where.get())
                .and(OPENED_AT.between(
                        utc(matter.at().minus(SPAN)), utc(matter.at().plus(SPAN))))
                .orderBy(OPENED_AT.desc())
                .limit(LOOKED_AT)
                .fetch(CaseTable::read)
                .stream()
                .filter(file -> matter.self().filter(file.id().value()::equals).isEmpty())
                .map(file -> similar(matter, file, now))
                .filter(similar -> similar.likeness().score() >= LEAST)
                .filter(similar ->
                        similar.metres().filter(m -> m > matter.radius()).isEmpty())
                .sorted(Comparator.comparingDouble(
                                (Similar similar) -> similar.likeness().score())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private Similar similar(Matter matter, CaseFile file, Instant now) {
        Optional<Double> metres =
                matter.position().flatMap(here -> file.position().map(there -> Datums.metresBetween(here, there)));
        Likeness likeness = Likeness.of(
                metres.map(distance -> Likeness.ofDistance(distance, matter.radius())),
                Likeness.ofText(matter.words(), words(file)),
                Likeness.ofTime(Duration.between(matter.at(), file.openedAt()), SPAN),
                matter.kind().filter(file.kind()::equals).isPresent());
        return new Similar(items.of(file, now), likeness, metres.map(Math::round));
    }

    private static Condition around(Position here, double radius) {
        double up = radius / METRES_OF_A_DEGREE;
        double aside = up / Math.max(NEAR_THE_POLE, Math.cos(Math.toRadians(here.latitude())));
        return LATITUDE.between(here.latitude() - up, here.latitude() + up)
                .and(LONGITUDE.between(here.longitude() - aside, here.longitude() + aside));
    }

    private static String words(CaseFile file) {
        return file.title().zh() + " " + file.description().orElse("");
    }
}
