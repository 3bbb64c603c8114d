package org.chengshu.data.quality;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.data.rule.QualityRules;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/data/v1/quality/rules")
class RuleResource {
    private final RuleDesk desk;
    private final QualityRules rules;

    RuleResource(RuleDesk desk, QualityRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    @GetMapping
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    CursorPage<RuleView> list(@RequestParam Optional<String> dataset) {
        List<QualityRule> all = dataset.map(rules::list).orElseGet(rules::list);
        return new CursorPage<>(all.stream().map(RuleView::of).toList(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    ResponseEntity<RuleView> get(@PathVariable String id) {
        return tagged(HttpStatus.OK, rules.get(id));
    }

    @PostMapping
    @Access(value = QualityRights.MANAGE, audit = "quality-rule.made")
    ResponseEntity<RuleView> make(@RequestBody JsonNode spec) {
        return tagged(HttpStatus.CREATED, desk.make(spec));
    }

    @PutMapping("/{id}")
    @Access(value = QualityRights.MANAGE, audit = "quality-rule.changed")
    ResponseEntity<RuleView> change(@PathVariable String id, @RequestBody JsonNode spec, IfMatch ifMatch) {
        return tagged(HttpStatus.OK, desk.change(id, spec, ifMatch));
    }

    @DeleteMapping("/{id}")
    @Access(value = QualityRights.MANAGE, audit = "quality-rule.withdrawn")
    ResponseEntity<Void> withdraw(@PathVariable String id, IfMatch ifMatch) {
        desk.withdraw(id, ifMatch);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/try")
    @Access(value = QualityRights.MANAGE, audit = Access.NOT_AUDITED)
    RuleDesk.Trial tried(@RequestBody JsonNode spec, Viewer viewer) {
        return desk.tried(spec, viewer);
    }

    private static ResponseEntity<RuleView> tagged(HttpStatus status, QualityRule rule) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, ETags.of(rule.version()))
                .body(RuleView.of(rule));
    }
}
