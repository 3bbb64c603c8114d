package org.chengshu.data.theme.run;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Reading;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a theme: the gate, what has changed, the query, the promotion; then those that stand on it. */
@Component
class ThemeRunner {
    private final Themes themes;
    private final ThemeStore store;
    private final ThemeRuns runs;
    private final Gate gate;
    private final Touched touched;
    private final ThemeWriter writer;
    private final StoredDatasets stored;
    private final ThemeQueue queue;
    private final Transactions transactions;
    private final JsonMapper mapper;
    private final Clock clock;

    ThemeRunner(
            Themes themes,
            ThemeStore store,
            ThemeRuns runs,
            Gate gate,
            Touched touched,
            ThemeWriter writer,
            StoredDatasets stored,
            ThemeQueue queue,
            Transactions transactions,
            JsonMapper mapper,
            Clock clock) {
        this.themes = themes;
        this.store = store;
        this.runs = runs;
        this.gate = gate;
        this.touched = touched;
        this.writer = writer;
        this.stored = stored;
        this.queue = queue;
        this.transactions = transactions;
        this.mapper = mapper;
        this.clock = clock;
    }

    JsonNode run(ThemeQueue.Order order, JobRun job) {
        Optional<ThemeStore.Held> held = store.find(order.theme());
        if (held.isEmpty()) {
            return mapper.createObjectNode().put("state", "gone");
        }
        ThemeRun begun = new ThemeRun(
                UUID.randomUUID(),
                order.theme(),
                held.get().version(),
                order.cause(),
                RunState.RUNNING,
                Optional.empty(),
                Map.of(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.empty());
        runs.abandon(order.theme(), clock.instant());
        runs.save(begun);
        ThemeRun ended = attempt(held.get(), begun, order.whole(), job);
        transactions.run(() -> end(held.get(), ended));
        return mapper.valueToTree(ended);
    }

    private void end(ThemeStore.Held held, ThemeRun ended) {
        runs.save(ended);
        store.state(held.id(), state(ended.state()), ended.reason());
        themes.readersOf(held.id())
                .forEach(reader -> queue.add(
                        reader.id(),
                        held.id(),
                        false,
                        Viewer.system(),
                        Optional.of(ended.id().toString())));
    }

    private static ThemeState state(RunState run) {
        return switch (run) {
            case HELD -> ThemeState.STALE;
            case FAILED -> ThemeState.FAILED;
            case DONE, UNCHANGED, RUNNING -> ThemeState.FRESH;
        };
    }

    private ThemeRun attempt(ThemeStore.Held held, ThemeRun run, boolean whole, JobRun job) {
        FactRelations relations = themes.relations();
        Reading reading = themes.reading(held.theme(), relations);
        if (reading.derivation().isEmpty()) {
            Text first = reading.faults().getFirst().message();
            return run.ended(RunState.FAILED, Optional.of(first), clock.instant());
        }
        Derivation derivation = reading.derivation().get();
        Optional<Text> closed = gate.closed(themes.inputs(held.theme(), relations));
        if (closed.isPresent()) {
            return run.ended(RunState.HELD, closed, clock.instant());
        }
        try {
            return compute(held, run, derivation, relations, whole, job);
        } catch (Fault e) {
            Text reason = Text.of(e.code().title().zh() + "：" + e.getMessage(), e.getMessage());
            return run.ended(RunState.FAILED, Optional.of(reason), clock.instant());
        } catch (DataAccessException e) {
            String message = e.getMessage() == null
                    ? "?"
                    : e.getMessage().lines().findFirst().orElse("?");
            return run.ended(RunState.FAILED, Optional.of(Text.of("数据库：" + message, message)), clock.instant());
        }
    }

    private ThemeRun compute(
            ThemeStore.Held held,
            ThemeRun run,
            Derivation derivation,
            FactRelations relations,
            boolean whole,
            JobRun job) {
        Map<String, Integer> inputs = revisions(derivation);
        // Runs of an earlier life of the theme say nothing of a dataset that is empty.
        boolean empty = stored.get(held.id()).revision().isEmpty();
        RunPlan plan = whole || empty
                ? new RunPlan.Whole()
                : touched.plan(held.theme(), derivation, inputs, runs.lastGood(held.id(), held.version()));
        Optional<Integer> periods =
                plan instanceof RunPlan.Periods some ? Optional.of(some.starts().size()) : Optional.empty();
        ThemeRun reading = run.reading(inputs, periods);
        if (periods.filter(number -> number == 0).isPresent()) {
            long rows = stored.get(held.id()).rows();
            return new ThemeRun(
                    run.id(),
                    run.theme(),
                    run.version(),
                    run.cause(),
                    RunState.UNCHANGED,
                    periods,
                    inputs,
                    0,
                    rows,
                    Optional.empty(),
                    Optional.empty(),
                    run.startedAt(),
                    Optional.of(clock.instant()));
        }
        job.at(0, 0, Text.of("正在计算", "computing"));
        return writer.write(held.theme(), derivation, relations, plan, reading)
                .ended(RunState.DONE, Optional.empty(), clock.instant());
    }

    private Map<String, Integer> revisions(Derivation derivation) {
        Map<String, Integer> revisions = new TreeMap<>();
        derivation.reads().forEach(read -> stored.find(read.relation().id())
                .flatMap(dataset -> dataset.revision())
                .ifPresent(number -> revisions.put(read.relation().id(), number)));
        return revisions;
    }
}
