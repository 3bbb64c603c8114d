package org.chengshu.cases.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/cases/v1")
final class ReportResource {
    private final ReportReader reader;
    private final ReportPlaces places;
    private final ReportIntake intake;
    private final ReportStore store;
    private final ReportPhotos photos;
    private final ContactVault vault;

    ReportResource(
            ReportReader reader,
            ReportPlaces places,
            ReportIntake intake,
            ReportStore store,
            ReportPhotos photos,
            ContactVault vault) {
        this.reader = reader;
        this.places = places;
        this.intake = intake;
        this.store = store;
        this.photos = photos;
        this.vault = vault;
    }

    @GetMapping("/reports")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<Report> list(
            @RequestParam Optional<String> channel,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<String> q,
            Viewer viewer,
            Cursor cursor) {
        Condition condition = DSL.and(
                channel.map(ReportResource::channel).orElseGet(DSL::noCondition),
                kind.map(ReportStore.KIND::eq).orElseGet(DSL::noCondition),
                from.map(time -> ReportStore.REPORTED_AT.ge(CaseTable.utc(time)))
                        .orElseGet(DSL::noCondition),
                to.map(time -> ReportStore.REPORTED_AT.lt(CaseTable.utc(time))).orElseGet(DSL::noCondition),
                q.map(String::strip)
                        .filter(words -> !words.isEmpty())
                        .map(ReportStore::holding)
                        .orElseGet(DSL::noCondition));
        return store.list(condition, viewer.scope(CaseRights.READ), cursor);
    }

    private static Condition channel(String word) {
        return Channel.ofWord(word)
                .map(channel -> ReportStore.CHANNEL.eq(channel.word()))
                .orElseThrow(() -> new Fault(CaseError.CASE_FILTER_WRONG, "there is no channel " + word));
    }

    /** With {@code case} the report joins that open case, else it opens one. */
    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.REPORT, audit = "report.taken")
    Receipt take(@RequestBody JsonNode body, Viewer viewer) {
        NewReport report = reader.read(body, ReportReader.channel(body), false, places.within(viewer));
        return Receipt.of(intake.take(report, viewer, join(body)));
    }

    private static Optional<CaseId> join(JsonNode body) {
        String id = body.path("case").asString("");
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(new CaseId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            throw new Fault(CaseError.CASE_UNKNOWN, "no case " + id, e);
        }
    }

    @GetMapping("/reports/{id}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Report get(@PathVariable UUID id, Viewer viewer) {
        return photos.with(List.of(store.get(id, viewer.scope(CaseRights.READ))))
                .getFirst();
    }

    /** Who reported, in clear; that somebody looked is on record. */
    @PostMapping("/reports/{id}/contact")
    @Access(value = CaseRights.CONTACT, audit = "report.contact-seen")
    ContactView contact(@PathVariable UUID id, Viewer viewer) {
        store.get(id, viewer.scope(CaseRights.CONTACT));
        Contact contact = vault.open(id, store.sealedOf(id));
        return new ContactView(contact.name(), contact.phone(), contact.email());
    }

    /** The body is the picture. */
    @PostMapping("/reports/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.REPORT, audit = "report.photo-added")
    ReportPhoto add(@PathVariable UUID id, HttpServletRequest request, Viewer viewer) throws IOException {
        store.get(id, viewer.scope(CaseRights.REPORT));
        return photos.add(id, request.getInputStream());
    }

    @GetMapping("/report-photos/{photo}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    void photo(@PathVariable UUID photo, HttpServletResponse response, Viewer viewer) throws IOException {
        requireSight(photo, viewer.scope(CaseRights.READ));
        send(photos.original(photo), response);
    }

    @PostMapping("/report-photos/{photo}/publication")
    @Access(value = CaseRights.DISPATCH, audit = "report.photo-publication-changed")
    void publish(@PathVariable UUID photo, @RequestBody Publication wanted, Viewer viewer) {
        requireSight(photo, viewer.scope(CaseRights.DISPATCH));
        photos.publish(photo, wanted.published());
    }

    private void requireSight(UUID photo, Scope scope) {
        Optional<Report> report = photos.reportOf(photo).flatMap(id -> store.find(id, scope));
        if (report.isEmpty()) {
            throw new Fault(CaseError.REPORT_UNKNOWN, "no photo " + photo);
        }
    }

    private static void send(ReportPhotos.Content content, HttpServletResponse response) throws IOException {
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "private, max-age=3600");
        try (InputStream stream = content.stream()) {
            stream.transferTo(response.getOutputStream());
        }
    }

    record Publication(boolean published) {}

    /** What is told to whoever reported; the code is told this once. */
    record Receipt(UUID id, String number, String code, boolean opened, UUID caseId, String caseNumber) {
        static Receipt of(TakenReport taken) {
            return new Receipt(
                    taken.id(),
                    taken.number(),
                    taken.code(),
                    taken.openedCase(),
                    taken.file().id().value(),
                    taken.file().number());
        }
    }

    record ContactView(Optional<String> name, Optional<String> phone, Optional<String> email) {}
}
