package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Computes a range of one indicator and then of those built on it, chunk by chunk, each committed by itself. */
@Component
class ComputeJob {
    private final Catalogue catalogue;
    private final Recompute recompute;
    private final Ranges ranges;
    private final Transactions transactions;
    private final JsonMapper mapper;

    ComputeJob(Catalogue catalogue, Recompute recompute, Ranges ranges, Transactions transactions, JsonMapper mapper) {
        this.catalogue = catalogue;
        this.recompute = recompute;
        this.ranges = ranges;
        this.transactions = transactions;
        this.mapper = mapper;
    }

    JsonNode run(Order order, JobRun run) {
        Declared declared = catalogue.get(order.indicator());
        Reached reached = run.checkpoint(Reached.class).orElse(Reached.NOTHING);
        reached = compute(steps(declared, order), reached, run);
        for (Declared built : ranges.builtOn(declared.id())) {
            reached = compute(steps(built, order), reached, run);
        }
        return mapper.valueToTree(new Recompute.Done(reached.computed(), reached.changed()));
    }

    private List<Step> steps(Declared declared, Order order) {
        List<Step> steps = new ArrayList<>();
        ranges.chunks(declared, order.from(), order.to()).forEach(chunk -> steps.add(new Step(declared, chunk)));
        return steps;
    }

    private Reached compute(List<Step> steps, Reached before, JobRun run) {
        Reached reached = before;
        for (int i = 0; i < steps.size() && !run.cancelled(); i++) {
            Step step = steps.get(i);
            if (!reached.covers(step)) {
                reached = compute(step, reached, run);
            }
            Text title = step.declared().definition().title();
            String upTo = step.chunk().to().toString();
            run.at(i + 1L, steps.size(), Text.of(title.zh() + "，算至 " + upTo, title.en() + ", up to " + upTo));
        }
        return reached;
    }

    private Reached compute(Step step, Reached before, JobRun run) {
        return transactions.call(() -> {
            Recompute.Done done = recompute.run(
                    step.declared(), step.chunk().from(), step.chunk().to());
            Reached reached = before.with(step, done);
            run.keep(reached);
            return reached;
        });
    }

    /** What somebody asked for; without a start or end the range is that of the data. */
    record Order(String indicator, Optional<Instant> from, Optional<Instant> to) {}

    /** Up to where each indicator has been computed, and what came of it. */
    record Reached(Map<String, Instant> upTo, long computed, long changed) {
        static final Reached NOTHING = new Reached(Map.of(), 0, 0);

        boolean covers(Step step) {
            Instant end = upTo.get(step.declared().id());
            return end != null && !step.chunk().to().isAfter(end);
        }

        Reached with(Step step, Recompute.Done done) {
            Map<String, Instant> further = new HashMap<>(upTo);
            further.put(step.declared().id(), step.chunk().to());
            return new Reached(further, computed + done.computed(), changed + done.changed());
        }
    }

    record Step(Declared declared, Chunks.Chunk chunk) {}
}
