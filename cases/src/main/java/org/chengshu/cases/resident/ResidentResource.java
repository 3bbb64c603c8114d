package org.chengshu.cases.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.form.CaseForm;
import org.chengshu.cases.form.CaseFormField;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.PublicService;
import org.chengshu.cases.report.TakenReport;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.OnceForAnybody;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the residents' page asks of the platform; nobody has to sign in. */
@RestController
@RequestMapping("/api/cases/v1/resident")
final class ResidentResource {
    /** The code of a report stands in a header, so that no log has it. */
    static final String CODE = "X-Report-Code";

    private static final int MOST_AREAS = 400;

    private final CaseForms forms;
    private final ResidentIntake intake;
    private final Areas areas;

    ResidentResource(CaseForms forms, ResidentIntake intake, Areas areas) {
        this.forms = forms;
        this.intake = intake;
        this.areas = areas;
    }

    /** What may be reported, with what is asked of whoever reports it. */
    @GetMapping("/services")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    Services services() {
        return new Services(
                forms.services().stream().map(ServiceItem::of).toList(),
                Optional.empty(),
                intake.isOpen(),
                intake.mostPhotos());
    }

    /** The outlines of the city's areas, the large ones first and at most 400, to find one's way on the map. */
    @GetMapping("/areas")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    Outlines areas(HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=3600");
        return new Outlines(
                areas.list().stream()
                        .filter(area -> area.boundary().isPresent())
                        .sorted(Comparator.comparingLong(area -> depth(area.path())))
                        .limit(MOST_AREAS)
                        .map(Outline::of)
                        .toList(),
                Optional.empty());
    }

    private static long depth(String path) {
        return path.chars().filter(letter -> letter == '/').count();
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.PUBLIC, audit = "report.taken")
    @OnceForAnybody
    Receipt take(@RequestBody JsonNode body, HttpServletRequest request) {
        TakenReport taken = intake.take(body, String.valueOf(request.getRemoteAddr()));
        return new Receipt(taken.number(), taken.code());
    }

    /** The body is the picture. */
    @PostMapping("/reports/{number}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.PUBLIC, audit = "report.photo-added")
    Added add(
            @PathVariable String number,
            @RequestHeader(name = CODE, defaultValue = "") String code,
            HttpServletRequest request)
            throws IOException {
        return new Added(intake.add(number, code, request.getInputStream(), String.valueOf(request.getRemoteAddr()))
                .bytes());
    }

    /** @param open whether reports are taken at all */
    record Services(List<ServiceItem> items, Optional<String> next, boolean open, int photosPerReport) {}

    record Outlines(List<Outline> items, Optional<String> next) {}

    record Outline(
            String code,
            Text name,
            String kind,
            Optional<String> parent,
            String path,
            JsonNode boundary,
            Optional<Position> centre) {
        static Outline of(Area area) {
            return new Outline(
                    area.code(),
                    area.name(),
                    area.kind(),
                    area.parent(),
                    area.path(),
                    area.boundary().orElseThrow(),
                    area.centre());
        }
    }

    record ServiceItem(
            String id, Text title, Text description, Text group, Optional<JsonNode> form, List<String> fields) {
        static ServiceItem of(PublicService service) {
            return new ServiceItem(
                    service.kind(),
                    service.title(),
                    service.description(),
                    service.group(),
                    service.form().map(CaseForm::source),
                    service.form().stream()
                            .flatMap(form -> form.fields().stream())
                            .map(CaseFormField::code)
                            .toList());
        }
    }

    /** What whoever reported needs to follow it; the code is told this once. */
    record Receipt(String number, String code) {}

    record Added(long bytes) {}
}
