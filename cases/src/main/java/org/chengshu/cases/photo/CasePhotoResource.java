package org.chengshu.cases.photo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.report.ReportSettings;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class CasePhotoResource {
    private final CasePhotos photos;
    private final ZoneId zone;
    private final int mostBytes;

    CasePhotoResource(CasePhotos photos, CitySettings city, Settings settings) {
        this.photos = photos;
        this.zone = city.zone();
        this.mostBytes = Math.toIntExact(settings.get(ReportSettings.PHOTO_BYTES));
    }

    /** Those of handlers, the first taken first. */
    @GetMapping("/cases/{id}/photos")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<CasePhoto> list(@PathVariable UUID id, Viewer viewer) {
        return new CursorPage<>(photos.list(new CaseId(id), viewer), Optional.empty());
    }

    /** The body is the picture. */
    @PostMapping("/cases/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "case.photo-added")
    CasePhoto add(
            @PathVariable UUID id,
            @RequestParam String moment,
            @RequestParam Optional<Instant> takenAt,
            @RequestParam Optional<Double> longitude,
            @RequestParam Optional<Double> latitude,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        CaseId of = new CaseId(id);
        photos.requireWork(of, viewer);
        CaseShot.Told told = CaseShot.Told.of(takenAt, longitude, latitude);
        return photos.add(
                of, CaseShot.read(PhotoMoment.ofWord(moment), request.getInputStream(), mostBytes, told, zone), viewer);
    }

    @GetMapping("/case-photos/{photo}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    void photo(@PathVariable UUID photo, HttpServletResponse response, Viewer viewer) throws IOException {
        CasePhotos.Content content = photos.open(photo, viewer);
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "private, max-age=3600");
        try (InputStream stream = content.stream()) {
            stream.transferTo(response.getOutputStream());
        }
    }
}
