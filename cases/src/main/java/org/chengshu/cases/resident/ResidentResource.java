package org.chengshu.cases.resident;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.kinds.CaseForm;
import org.chengshu.cases.kinds.CaseFormField;
import org.chengshu.cases.kinds.CaseForms;
import org.chengshu.cases.kinds.PublicService;
import org.chengshu.cases.report.TakenReport;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.OnceForAnybody;
import org.chengshu.kernel.Text;
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

    private final CaseForms forms;
    private final ResidentIntake intake;

    ResidentResource(CaseForms forms, ResidentIntake intake) {
        this.forms = forms;
        this.intake = intake;
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
