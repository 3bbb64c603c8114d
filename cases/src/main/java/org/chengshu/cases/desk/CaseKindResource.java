package org.chengshu.cases.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.cases.form.CaseForm;
import org.chengshu.cases.form.CaseFormField;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.CaseForms.ForReports;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Access;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/cases/v1/kinds")
final class CaseKindResource {
    private final CaseKinds kinds;
    private final CaseForms forms;

    CaseKindResource(CaseKinds kinds, CaseForms forms) {
        this.kinds = kinds;
        this.forms = forms;
    }

    @GetMapping
    @Access(
            value = CaseRights.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "kinds of cases are the same for all")
    Kinds list() {
        Map<String, ForReports> all = forms.forReports();
        return new Kinds(
                kinds.list().stream()
                        .map(kind -> KindItem.of(kind, all.getOrDefault(kind.id(), ForReports.NOTHING)))
                        .toList(),
                Optional.empty());
    }

    record Kinds(List<KindItem> items, Optional<String> next) {}

    record KindItem(
            String id,
            Text title,
            List<String> stages,
            Map<String, String> deadlines,
            String verifiedBy,
            Optional<String> verifyFor,
            Optional<String> reopenWithin,
            boolean closeWithoutHandling,
            Optional<JsonNode> form,
            List<String> fields,
            Optional<JsonNode> guide) {
        static KindItem of(CaseKind kind, ForReports told) {
            Map<String, String> deadlines = new TreeMap<>();
            kind.clocks().allowances().forEach((clock, time) -> time.usual()
                    .ifPresent(usual -> deadlines.put(clock, usual.text())));
            return new KindItem(
                    kind.id(),
                    kind.title(),
                    kind.stages().stream().map(Stage::name).toList(),
                    deadlines,
                    kind.verifiedBySensor() ? "sensor" : "officer",
                    kind.verifyFor().map(Duration::toString),
                    kind.reopenWithin().map(Duration::toString),
                    kind.closeWithoutHandling(),
                    told.form().map(CaseForm::source),
                    told.form().stream()
                            .flatMap(any -> any.fields().stream())
                            .map(CaseFormField::code)
                            .toList(),
                    told.guide());
        }
    }
}
