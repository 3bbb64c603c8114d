package org.chengshu.data.load.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.disk.DiskSpace;
import org.chengshu.core.http.TryLater;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import org.chengshu.data.load.draft.Drafts;
import org.chengshu.data.upload.Upload;
import org.chengshu.data.upload.Uploads;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files come in here, and people see what is in them before anything is loaded. */
@RestController
@RequestMapping("/api/data/v1/uploads")
class UploadResource {
    private static final int LONGEST_NAME = 200;

    private final Uploads uploads;
    private final FileShapes shapes;
    private final DiskSpace disk;

    UploadResource(Uploads uploads, FileShapes shapes, DiskSpace disk) {
        this.uploads = uploads;
        this.shapes = shapes;
        this.disk = disk;
    }

    /** The body is the file, as it is or packed by gzip. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = LoadPermissions.LOAD, audit = "data.uploaded")
    Upload put(@RequestParam("name") String name, HttpServletRequest request, Viewer viewer) throws IOException {
        if (!disk.takesIn()) {
            throw new TryLater(
                    CoreError.DISK_NEARLY_FULL, "nothing was taken; the health page says more", Duration.ofMinutes(1));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Fault(CoreError.BAD_REQUEST, "name must have 1 to " + LONGEST_NAME + " characters");
        }
        try (InputStream content = request.getInputStream()) {
            return uploads.put(name, content, viewer);
        }
    }

    @GetMapping("/{id}")
    @Access(value = LoadPermissions.LOAD, audit = Access.NOT_AUDITED)
    Upload get(@PathVariable UUID id) {
        return find(id);
    }

    /** As it was delivered. */
    @GetMapping("/{id}/content")
    @Access(value = LoadPermissions.LOAD, audit = "data.upload-fetched")
    void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Upload upload = find(id);
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(upload.bytes());
        String encoded =
                URLEncoder.encode(upload.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        response.setHeader("Cache-Control", "no-store");
        try (InputStream content = uploads.open(id)) {
            content.transferTo(response.getOutputStream());
        }
    }

    /** What the file is, its first rows and the fields that would fit; under what the reader says of it. */
    @PostMapping("/{id}/preview")
    @Access(value = LoadPermissions.LOAD, audit = Access.NOT_AUDITED)
    Preview preview(@PathVariable UUID id, @RequestBody Optional<FileShape> told) {
        Upload upload = find(id);
        Detected detected = shapes.inspect(() -> uploads.open(id), upload.name(), told.orElseGet(FileShape::untold));
        try (Feed feed = shapes.open(() -> uploads.open(id), upload.name(), detected.shape())) {
            return new Preview(upload, detected, Drafts.of(feed));
        }
    }

    private Upload find(UUID id) {
        return uploads.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "upload " + id));
    }

    record Preview(Upload upload, Detected detected, Drafts.Draft draft) {}
}
