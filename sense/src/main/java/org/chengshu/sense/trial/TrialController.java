package org.chengshu.sense.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.SenseError;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class TrialController {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final TrialRules rules;
    private final TrialDevices devices;
    private final JobKind<TrialInput> kind;
    private final Jobs jobs;

    TrialController(TrialRules rules, TrialDevices devices, JobKind<TrialInput> kind, Jobs jobs) {
        this.rules = rules;
        this.devices = devices;
        this.kind = kind;
        this.jobs = jobs;
    }

    /** The rule is the id of one there is, or one as a pack words it. */
    record Order(
            JsonNode rule,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<List<String>> devices,
            Optional<String> area) {
        Order {
            from = from == null ? Optional.empty() : from;
            to = to == null ? Optional.empty() : to;
            devices = devices == null ? Optional.empty() : devices;
            area = area == null ? Optional.empty() : area;
        }
    }

    /** Starts a job whose result tells what the rule would have done. */
    @PostMapping("/api/sense/v1/rules/trial")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = "sense:manage", audit = "rule.tried")
    Map<String, UUID> start(@RequestBody Order order, Viewer viewer) {
        if (order.rule() == null || order.from().isEmpty() || order.to().isEmpty()) {
            throw new Fault(SenseError.TRIAL_FAULTY, "a trial needs rule, from and to");
        }
        Instant from = order.from().get();
        Instant to = order.to().get();
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Fault(SenseError.TRIAL_FAULTY, "from is before to, at most 400 days");
        }
        JsonNode rule = rules.find(order.rule());
        List<String> chosen = devices.chosen(
                rule.get("product").stringValue(), order.devices().orElse(List.of()), order.area(), viewer);
        TrialInput input = new TrialInput(rule, from, to, chosen, order.area());
        String id = rule.get("id").stringValue();
        Text title = Text.of("试算规则 " + id, "Try rule " + id);
        return Map.of("job", jobs.queue(JobOrder.of(kind, title, input, viewer)).id());
    }
}
