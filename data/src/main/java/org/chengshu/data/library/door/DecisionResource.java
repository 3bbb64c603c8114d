package org.chengshu.data.library.door;

import static org.chengshu.data.library.door.LibraryRights.DECIDE;
import static org.chengshu.data.library.door.LibraryRights.READ;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.DataError;
import org.chengshu.data.library.decision.Decision;
import org.chengshu.data.library.decision.LibraryDecisions;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code {kind: together, records: [..]}}, {@code {kind: apart, records: [a, b]}}, {@code {kind: apart, record, rows: [..]}}
 * (rows are taken out of their record), {@code {kind: allow, key, hash, shown}}; each with a {@code note}.
 */
@RestController("libraryDecisionResource")
@RequestMapping("/api/data/v1/libraries/{id}/decisions")
final class DecisionResource {
    private static final int LONGEST_NOTE = 500;

    private final LibraryBook book;
    private final LibraryDecisions decisions;

    DecisionResource(LibraryBook book, LibraryDecisions decisions) {
        this.book = book;
        this.decisions = decisions;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<Decision> list(@PathVariable String id, Cursor cursor) {
        List<Decision> all = decisions.list(book.get(id), Places.before(cursor), cursor.limit() + 1);
        return Keyset.page(cursor, all, one -> Places.key(one.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = DECIDE, audit = "library.decided")
    LibraryDecisions.Outcome decide(@PathVariable String id, @RequestBody JsonNode body, Viewer viewer) {
        KnownLibrary library = book.get(id);
        String note = body.path("note").asString("");
        if (note.length() > LONGEST_NOTE) {
            throw faulty("a note has at most " + LONGEST_NOTE + " characters");
        }
        String kind = body.path("kind").asString("");
        return switch (kind) {
            case "together" -> decisions.together(library, numbers(body.path("records"), "records"), note, viewer);
            case "apart" ->
                body.has("record")
                        ? decisions.takeOut(
                                library,
                                body.path("record").asLong(0),
                                numbers(body.path("rows"), "rows"),
                                note,
                                viewer)
                        : decisions.apart(library, numbers(body.path("records"), "records"), note, viewer);
            case "allow" ->
                decisions.allow(
                        library,
                        body.path("key").asString(""),
                        hash(body.path("hash").asString("")),
                        body.path("shown").asString(""),
                        note,
                        viewer);
            default -> throw faulty("kind is together, apart or allow, not " + kind);
        };
    }

    @DeleteMapping("/{decision}")
    @Access(value = DECIDE, audit = "library.decision-revoked")
    LibraryDecisions.Outcome revoke(@PathVariable String id, @PathVariable long decision, Viewer viewer) {
        return decisions.revoke(book.get(id), decision, viewer);
    }

    private static List<Long> numbers(JsonNode json, String what) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode one : json) {
            if (!one.isIntegralNumber()) {
                throw faulty(what + " are numbers, not " + one);
            }
            numbers.add(one.longValue());
        }
        if (numbers.isEmpty()) {
            throw faulty(what + " are missing");
        }
        return numbers;
    }

    private static long hash(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Fault(DataError.LIBRARY_DECISION_FAULTY, "hash is not a number: " + text, e);
        }
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.LIBRARY_DECISION_FAULTY, detail);
    }
}
