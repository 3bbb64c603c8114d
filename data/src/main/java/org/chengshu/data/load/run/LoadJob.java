package org.chengshu.data.load.run;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.jobs.Retry;
import org.chengshu.data.DataError;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kind of jobs that load. */
@Configuration(proxyBeanMethods = false)
class LoadJob {
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Set<LoadState> UNWELL = Set.of(LoadState.FAILED, LoadState.STOPPED, LoadState.HELD);

    record LoadInput(UUID load) {}

    @Bean
    JobKind<LoadInput> dataLoadKind(LoadEngine engine, LoadStore loads, FeedBook feeds, JsonMapper json) {
        return JobKind.of(
                        "data.load",
                        Text.of("数据入库", "Load data"),
                        LoadInput.class,
                        (input, run) -> run(input.load(), run, engine, loads, feeds, json))
                .within(LONGEST);
    }

    private static JsonNode run(
            UUID id, JobRun run, LoadEngine engine, LoadStore loads, FeedBook feeds, JsonMapper json) {
        LoadView load;
        try {
            load = engine.run(id, () -> feeds.open(loads.get(id).order()), Watch.of(run), ended -> {});
        } catch (RuntimeException e) {
            if (run.attempt() >= Retry.usual().attempts()) {
                engine.giveUp(id, e);
            }
            throw e;
        }
        if (UNWELL.contains(load.state())) {
            throw new Fault(
                    DataError.LOAD_FAILED,
                    load.error().map(Text::en).orElse(load.state().word()));
        }
        return json.valueToTree(new Outcome(id, load.state(), load.read(), load.stored(), load.refused()));
    }

    record Outcome(UUID load, LoadState state, long read, long stored, long refused) {}
}
