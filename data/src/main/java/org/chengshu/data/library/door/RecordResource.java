package org.chengshu.data.library.door;

import static org.chengshu.data.library.door.LibraryRights.READ;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.library.definition.LibraryBook;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController("libraryRecordResource")
@RequestMapping("/api/data/v1/libraries/{id}")
final class RecordResource {
    private final LibraryBook book;
    private final RecordReader reader;
    private final ReviewReader review;
    private final RawRows raw;

    RecordResource(LibraryBook book, RecordReader reader, ReviewReader review, RawRows raw) {
        this.book = book;
        this.reader = reader;
        this.review = review;
        this.raw = raw;
    }

    @GetMapping("/records")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<RecordItem> list(
            @PathVariable String id,
            @RequestParam Optional<String> search,
            @RequestParam(defaultValue = "1") int members,
            Cursor cursor) {
        return reader.list(book.get(id), search, members, cursor);
    }

    @GetMapping("/records/{record}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    RecordView get(@PathVariable String id, @PathVariable long record, Viewer viewer) {
        return reader.get(book.get(id), record, viewer);
    }

    @GetMapping("/rows/{row}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    RawRows.RawRow rawRow(@PathVariable String id, @PathVariable long row, Viewer viewer) {
        return raw.get(book.get(id), row, viewer);
    }

    @GetMapping("/review")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<ReviewPair> review(@PathVariable String id, Cursor cursor, Viewer viewer) {
        return review.pairs(book.get(id), cursor, viewer);
    }

    @GetMapping("/oddities")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<ReviewReader.Oddity> oddities(@PathVariable String id) {
        return new CursorPage<>(review.oddities(book.get(id)), Optional.empty());
    }
}
