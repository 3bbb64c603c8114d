package org.chengshu.cases.open311;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.PublicPlace;
import org.chengshu.cases.form.PublicService;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.report.Report;
import org.chengshu.cases.report.ReportPublic;
import org.chengshu.core.crypto.Masking;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

/** Reports of the public as service requests. What identifies a person within a text is masked. */
@Component
final class GeoRequests {
    private static final Text DUPLICATE =
            Text.of("与其他上报合并办理", "Handled together with another report of the same matter");
    private static final Text DONE = Text.of("已结案", "The matter is closed");

    private final ReportPublic reports;
    private final CaseForms forms;
    private final Organisations organisations;

    GeoRequests(ReportPublic reports, CaseForms forms, Organisations organisations) {
        this.reports = reports;
        this.forms = forms;
        this.organisations = organisations;
    }

    List<Map<String, Object>> list(GeoQuery query, Locale language, String photoBase) {
        Map<String, PublicService> services = services();
        List<ReportPublic.Followed> found = query.ids().isEmpty()
                ? reports.list(
                        query.services().isEmpty()
                                ? List.copyOf(services.keySet())
                                : query.services().stream()
                                        .filter(services::containsKey)
                                        .toList(),
                        query.from(),
                        query.to(),
                        query.statuses(),
                        query.first(),
                        query.most())
                : reports.list(query.ids());
        return found.stream()
                .filter(one -> services.containsKey(one.report().kind()))
                .map(one -> entry(one, services.get(one.report().kind()), language, photoBase))
                .toList();
    }

    Map<String, Object> get(String number, Locale language, String photoBase) {
        GeoQuery one = new GeoQuery(List.of(number), List.of(), Instant.EPOCH, Instant.EPOCH, List.of(), 0, 1);
        return list(one, language, photoBase).stream()
                .findFirst()
                .orElseThrow(
                        () -> new Fault(CaseError.OPEN311_UNKNOWN, "service_request_id " + number + " was not found"));
    }

    private Map<String, PublicService> services() {
        return forms.services().stream().collect(Collectors.toMap(PublicService::kind, service -> service));
    }

    private Map<String, Object> entry(
            ReportPublic.Followed one, PublicService service, Locale language, String photoBase) {
        Report report = one.report();
        CaseFile file = one.file();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("service_request_id", report.number());
        entry.put("status", file.closed() ? "closed" : "open");
        entry.put("status_notes", notes(one).map(words -> words.in(language)).orElse(null));
        entry.put("service_name", service.title().in(language));
        entry.put("service_code", service.kind());
        boolean exact = service.place() == PublicPlace.EXACT;
        Optional<Position> position = report.position().flatMap(service.place()::shown);
        entry.put(
                "description",
                report.description().filter(_ -> exact).map(Masking::within).orElse(null));
        entry.put(
                "agency_responsible",
                file.department()
                        .flatMap(organisations::find)
                        .map(Organisation::name)
                        .map(name -> name.in(language))
                        .orElse(null));
        entry.put("service_notice", null);
        entry.put("requested_datetime", time(report.reportedAt()));
        entry.put("updated_datetime", time(file.closedAt().orElse(file.stageSince())));
        entry.put("expected_datetime", file.due().map(GeoRequests::time).orElse(null));
        entry.put(
                "address",
                report.address().filter(_ -> exact).map(Masking::within).orElse(null));
        entry.put("address_id", null);
        entry.put("zipcode", null);
        entry.put("lat", position.map(Position::latitude).orElse(null));
        entry.put("long", position.map(Position::longitude).orElse(null));
        entry.put(
                "media_url",
                report.photos().stream()
                        .filter(photo -> exact && photo.published())
                        .findFirst()
                        .map(photo -> photoBase + photo.id())
                        .orElse(null));
        return entry;
    }

    private static Optional<Text> notes(ReportPublic.Followed one) {
        if (one.merged()) {
            return Optional.of(DUPLICATE);
        }
        return one.file().closed() ? Optional.of(DONE) : Optional.empty();
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
