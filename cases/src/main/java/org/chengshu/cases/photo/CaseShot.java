package org.chengshu.cases.photo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.images.ImageFacts;
import org.chengshu.core.images.ImageKind;
import org.chengshu.core.images.Images;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;

/**
 * A picture as it came, and what is known of it. Telephones often take the place out of a picture before a page gets it;
 * then what the telephone tells beside it counts.
 */
record CaseShot(
        PhotoMoment moment,
        byte[] content,
        ImageKind kind,
        Optional<Instant> takenAt,
        Optional<Position> position,
        Optional<String> placedBy) {

    /** What a telephone tells beside a picture. */
    record Told(Optional<Instant> takenAt, Optional<Position> position) {
        static Told of(Optional<Instant> takenAt, Optional<Double> longitude, Optional<Double> latitude) {
            if (longitude.isPresent() != latitude.isPresent()) {
                throw new Fault(CaseError.PHOTO_WRONG, "longitude and latitude go together");
            }
            try {
                return new Told(takenAt, longitude.map(east -> new Position(east, latitude.orElseThrow())));
            } catch (IllegalArgumentException e) {
                throw new Fault(CaseError.PHOTO_WRONG, e.getMessage(), e);
            }
        }
    }

    static CaseShot read(PhotoMoment moment, InputStream stream, int mostBytes, Told told, ZoneId zone) {
        byte[] content = content(stream, mostBytes);
        ImageKind kind = ImageKind.of(content)
                .orElseThrow(
                        () -> new Fault(CaseError.PHOTO_WRONG, "by its content it is no JPEG, PNG or WebP picture"));
        ImageFacts facts = Images.facts(content);
        Optional<Instant> byCamera = facts.takenAt()
                .map(time -> facts.offset().map(time::toInstant).orElseGet(() -> time.atZone(zone)
                        .toInstant()));
        Optional<String> placedBy =
                facts.position().map(_ -> "camera").or(() -> told.position().map(_ -> "phone"));
        return new CaseShot(
                moment,
                content,
                kind,
                byCamera.or(told::takenAt),
                facts.position().or(told::position),
                placedBy);
    }

    private static byte[] content(InputStream stream, int mostBytes) {
        try {
            byte[] content = stream.readNBytes(mostBytes + 1);
            if (content.length > mostBytes) {
                throw new Fault(CaseError.PHOTO_TOO_LARGE, "a photo has at most " + mostBytes + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new Fault(CaseError.PHOTO_WRONG, "the photo broke off: " + e.getMessage(), e);
        }
    }

    String digest() {
        return Sha256.hex(content);
    }
}
