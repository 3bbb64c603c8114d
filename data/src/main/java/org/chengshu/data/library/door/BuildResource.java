package org.chengshu.data.library.door;

import static org.chengshu.data.library.door.LibraryRights.READ;

import java.util.List;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.library.build.BuildLog;
import org.chengshu.data.library.definition.LibraryBook;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("libraryBuildResource")
@RequestMapping("/api/data/v1/libraries/{id}/builds")
final class BuildResource {
    private final LibraryBook book;
    private final BuildLog log;

    BuildResource(LibraryBook book, BuildLog log) {
        this.book = book;
        this.log = log;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<BuildLog.Entry> list(@PathVariable String id, Cursor cursor) {
        List<BuildLog.Entry> entries = log.list(book.get(id).number(), Places.before(cursor), cursor.limit() + 1);
        return Keyset.page(cursor, entries, entry -> Places.key(entry.id()));
    }
}
