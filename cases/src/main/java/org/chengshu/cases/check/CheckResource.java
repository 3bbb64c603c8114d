package org.chengshu.cases.check;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
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

@RestController
@RequestMapping("/api/cases/v1")
final class CheckResource {
    private final CheckBook book;
    private final CheckDesk desk;
    private final CheckPhotos photos;
    private final Transactions transactions;

    CheckResource(CheckBook book, CheckDesk desk, CheckPhotos photos, Transactions transactions) {
        this.book = book;
        this.desk = desk;
        this.photos = photos;
        this.transactions = transactions;
    }

    /** With {@code mine} only what the viewer may answer now. */
    @GetMapping("/checks")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<CheckItem> list(
            @RequestParam Optional<String> way,
            @RequestParam Optional<String> state,
            @RequestParam(name = "case") Optional<UUID> of,
            @RequestParam(defaultValue = "false") boolean mine,
            Viewer viewer,
            Cursor cursor) {
        return book.list(
                new CheckBook.Filter(way.map(CheckResource::way), state.map(CheckResource::state), of, mine),
                viewer,
                cursor);
    }

    private static CheckWay way(String word) {
        return CheckWay.ofWord(word)
                .orElseThrow(() -> new Fault(CaseError.CASE_FILTER_WRONG, "way is grid or callback, not " + word));
    }

    private static CheckState state(String word) {
        return CheckState.ofWord(word)
                .orElseThrow(() -> new Fault(
                        CaseError.CASE_FILTER_WRONG,
                        "state is open, passed, failed, unreached or lapsed, not " + word));
    }

    @GetMapping("/checks/{id}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CheckItem get(@PathVariable UUID id, Viewer viewer) {
        return book.get(id, viewer);
    }

    /** Nobody else answers what somebody has taken. */
    @PostMapping("/checks/{id}/take")
    @Access(value = CaseRights.READ, audit = "case.check-taken")
    CheckItem take(@PathVariable UUID id, Viewer viewer) {
        desk.take(id, viewer);
        return book.get(id, viewer);
    }

    @PostMapping("/checks/{id}/answer")
    @Access(value = CaseRights.READ, audit = "case.checked")
    CheckItem answer(@PathVariable UUID id, @RequestBody CheckAnswer.Body body, Viewer viewer) {
        desk.answer(id, body, viewer);
        return book.get(id, viewer);
    }

    /** The body is the picture; to be sent before the answer. */
    @PostMapping("/checks/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "case.check-photo-added")
    CheckPhoto add(@PathVariable UUID id, HttpServletRequest request, Viewer viewer) throws IOException {
        desk.requireMine(id, viewer);
        byte[] content = CheckPhotos.read(request.getInputStream());
        return transactions.call(() -> {
            desk.requireMine(id, viewer);
            return photos.add(id, content);
        });
    }

    @GetMapping("/check-photos/{photo}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    void photo(@PathVariable UUID photo, HttpServletResponse response, Viewer viewer) throws IOException {
        UUID check = photos.checkOf(photo).orElseThrow(() -> new Fault(CaseError.CHECK_UNKNOWN, "no photo " + photo));
        book.get(check, viewer);
        CheckPhotos.Content content = photos.open(photo);
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "private, max-age=3600");
        try (InputStream stream = content.stream()) {
            stream.transferTo(response.getOutputStream());
        }
    }
}
