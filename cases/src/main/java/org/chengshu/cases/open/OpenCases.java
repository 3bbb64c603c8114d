package org.chengshu.cases.open;

import static org.chengshu.cases.handling.CaseTable.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.PublicPlace;
import org.chengshu.cases.form.PublicService;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.core.crypto.Masking;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The cases of those kinds that the public may report, as everybody may see them. */
@Component
class OpenCases {
    private final DSLContext db;
    private final CaseForms forms;
    private final Areas areas;

    OpenCases(DSLContext db, CaseForms forms, Areas areas) {
        this.db = db;
        this.forms = forms;
        this.areas = areas;
    }

    /** The newest first. {@code photoBase} is what the address of a photo begins with. */
    CursorPage<OpenCase> list(OpenFilter filter, Cursor cursor, String photoBase) {
        return list(filter.condition(forms.services()), cursor, photoBase);
    }

    /** The condition names public kinds alone. */
    CursorPage<OpenCase> list(Condition condition, Cursor cursor, String photoBase) {
        Map<String, PublicService> services =
                forms.services().stream().collect(Collectors.toMap(PublicService::kind, Function.identity()));
        CursorPage<CaseFile> page =
                Keyset.fetch(db.select(COLUMNS).from(CASES).where(condition), cursor, OPENED_AT, ID, CaseTable::read);
        List<UUID> ids = page.items().stream().map(file -> file.id().value()).toList();
        Map<UUID, Integer> reports = reports(ids);
        Map<UUID, List<String>> photos = photos(ids, photoBase);
        return page.map(file -> of(
                file,
                services.get(file.kind()),
                area(file.areaPath()),
                reports.getOrDefault(file.id().value(), 0),
                photos.getOrDefault(file.id().value(), List.of())));
    }

    private static OpenCase of(
            CaseFile file, PublicService service, Optional<Area> area, int reports, List<String> photos) {
        boolean exact = service.place() == PublicPlace.EXACT;
        return new OpenCase(
                file.number(),
                file.kind(),
                service.title(),
                file.closed() ? "closed" : "open",
                file.stage().name(),
                area.map(Area::code),
                area.map(Area::name),
                file.position().flatMap(service.place()::shown),
                service.place().name().toLowerCase(Locale.ROOT),
                file.description().filter(_ -> exact).map(Masking::within),
                exact ? photos : List.of(),
                reports,
                file.openedAt(),
                file.closedAt().orElse(file.stageSince()),
                file.closedAt());
    }

    // The last part of a path is the area's code; whatever lies outside the city has none.
    private Optional<Area> area(String path) {
        String today = areas.present(path);
        return areas.find(
                today.substring(today.lastIndexOf('/', today.length() - 2) + 1, Math.max(0, today.length() - 1)));
    }

    // With those that were made to cases merged into it.
    private Map<UUID, Integer> reports(List<UUID> ids) {
        return db.fetch("""
                        select coalesce(c.merged_into, c.id) as id, count(*)::int as n
                        from cs_cases.report r join cs_cases.case_file c on c.id = r.case_id
                        where c.id = any (cast(? as uuid[])) or c.merged_into = any (cast(? as uuid[]))
                        group by 1
                        """, ids.toArray(UUID[]::new), ids.toArray(UUID[]::new))
                .intoMap(row -> row.get("id", UUID.class), row -> row.get("n", Integer.class));
    }

    private Map<UUID, List<String>> photos(List<UUID> ids, String photoBase) {
        return db.fetch("""
                        select r.case_id, p.id from cs_cases.report_photo p join cs_cases.report r on r.id = p.report_id
                        where p.published and r.case_id = any (cast(? as uuid[])) order by p.id
                        """, new Object[] {ids.toArray(UUID[]::new)})
                .intoGroups(row -> row.get("case_id", UUID.class), row -> photoBase + row.get("id", UUID.class));
    }
}
