package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.indicator.store.Declared;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Computes a range of one indicator and then of those built on it, chunk by chunk, each committed by itself. */
@Component
class ComputeJob {
    private final Recompute recompute;
    private final Ranges ranges;
    private final JsonMapper mapper;

    ComputeJob(Recompute recompute, Ranges ranges, JsonMapper mapper) {
        this.recompute = recompute;
        this.ranges = ranges;
        this.mapper = mapper;
    }

    JsonNode run(Declared declared, Optional<Instant> from, Optional<Instant> to, JobProgress progress) {
        List<Step> steps = new ArrayList<>();
        ranges.chunks(declared, from, to).forEach(chunk -> steps.add(new Step(declared, chunk)));
        Recompute.Done done = run(steps, progress);
        for (Declared built : ranges.builtOn(declared.id())) {
            List<Step> more = ranges.chunks(built, from, to).stream()
                    .map(chunk -> new Step(built, chunk))
                    .toList();
            done = done.plus(run(more, progress));
        }
        return mapper.valueToTree(done);
    }

    private Recompute.Done run(List<Step> steps, JobProgress progress) {
        Recompute.Done done = new Recompute.Done(0, 0);
        for (int i = 0; i < steps.size() && !progress.cancelled(); i++) {
            Step step = steps.get(i);
            done = done.plus(recompute.run(
                    step.declared(), step.chunk().from(), step.chunk().to()));
            Text title = step.declared().definition().title();
            String upTo = step.chunk().to().toString();
            progress.at(i + 1L, steps.size(), Text.of(title.zh() + "，算至 " + upTo, title.en() + ", up to " + upTo));
        }
        return done;
    }

    private record Step(Declared declared, Chunks.Chunk chunk) {}
}
