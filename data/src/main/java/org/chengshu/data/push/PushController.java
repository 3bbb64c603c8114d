package org.chengshu.data.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Unrepeatable;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.source.SourceRights;
import org.chengshu.kernel.Fault;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows that other systems send: JSON, lines of JSON, or CSV, by the request's content type. */
@RestController
final class PushController {
    private static final int MOST_BYTES = 32 << 20;
    private static final int LONGEST_KEY = 200;

    private final PushDesk desk;

    PushController(PushDesk desk) {
        this.desk = desk;
    }

    /** Answered once the rows are stored; a batch with a key, or a name of its own, is taken once. */
    @Unrepeatable
    @PostMapping("/api/data/v1/sources/{id}/rows")
    @Access(value = SourceRights.PUSH, audit = "data-source.rows-pushed")
    PushAnswer push(
            @PathVariable("id") UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestParam Optional<String> batch,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        Optional<String> name = batch.or(() -> key).map(String::strip).filter(text -> !text.isEmpty());
        if (name.filter(text -> text.length() > LONGEST_KEY).isPresent()) {
            throw new Fault(CoreError.BAD_REQUEST, "a key has at most " + LONGEST_KEY + " characters");
        }
        FileShape shape = shape(request.getContentType());
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Fault(CoreError.TOO_LARGE, "a batch has at most " + (MOST_BYTES >> 20) + " MiB; send several");
        }
        return desk.take(id, body, shape, name, viewer);
    }

    private static FileShape shape(String contentType) {
        try {
            MediaType type =
                    MediaType.parseMediaType(Optional.ofNullable(contentType).orElse("application/json"));
            FileShape shape = FileShape.untold().as(format(type));
            return Optional.ofNullable(type.getCharset())
                    .map(Charset::name)
                    .map(shape::encoded)
                    .orElse(shape);
        } catch (InvalidMediaTypeException e) {
            throw new Fault(CoreError.BAD_REQUEST, "Content-Type: " + contentType + " is none", e);
        }
    }

    private static FileFormat format(MediaType type) {
        return switch (type.getSubtype().toLowerCase(Locale.ROOT)) {
            case "json" -> FileFormat.JSON;
            case "x-ndjson", "ndjson", "jsonl", "x-jsonlines" -> FileFormat.JSONL;
            case "csv" -> FileFormat.CSV;
            case "geo+json" -> FileFormat.GEOJSON;
            default ->
                throw new Fault(
                        DataError.ROWS_REFUSED,
                        "Content-Type: rows are sent as application/json, application/x-ndjson or text/csv, not "
                                + type);
        };
    }
}
