package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.kinds.DispatchDecision;
import org.chengshu.cases.kinds.DispatchRules;
import org.chengshu.core.access.Access;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who would get it: what the rules say of a case that is not there. */
@RestController
@RequestMapping("/api/cases/v1/dispatch-trial")
final class DispatchTrialResource {
    private final DispatchRules rules;
    private final CaseKinds kinds;
    private final Areas areas;
    private final Clock clock;

    DispatchTrialResource(DispatchRules rules, CaseKinds kinds, Areas areas, Clock clock) {
        this.rules = rules;
        this.kinds = kinds;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping
    @Access(
            value = CaseRights.DISPATCH,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "it tells what the rules say, and no case")
    DispatchDecision trial(
            @RequestParam String kind,
            @RequestParam String area,
            @RequestParam(defaultValue = "2") int severity,
            @RequestParam Optional<Instant> at) {
        if (severity < 1 || severity > 4) {
            throw new Fault(CaseError.CASE_FILTER_WRONG, "severity is 1 to 4, not " + severity);
        }
        String path = areas.find(area)
                .map(Area::path)
                .orElseThrow(() -> new Fault(CaseError.CASE_FILTER_WRONG, "there is no area " + area));
        return rules.decide(kinds.get(kind).id(), path, severity, at.orElseGet(clock::instant));
    }
}
