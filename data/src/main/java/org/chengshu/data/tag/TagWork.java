package org.chengshu.data.tag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.data.Datasets;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.formula.FormulaFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works tags out: reads the dataset's rows once for each and marks those that the rule holds for. */
@Component
class TagWork {
    private static final int BATCH = 5_000;
    private static final Duration HOUR = Duration.ofMinutes(55);
    private static final Duration DAY = Duration.ofHours(23);

    /** Asks for one tag, or for those of one dataset; for those that are due when both are absent. */
    record Asked(Optional<String> tag, Optional<String> dataset, String cause) {}

    private final Tags tags;
    private final TagStore store;
    private final Datasets datasets;
    private final Transactions transactions;
    private final Clock clock;
    private final JsonMapper json;

    TagWork(Tags tags, TagStore store, Datasets datasets, Transactions transactions, Clock clock, JsonMapper json) {
        this.tags = tags;
        this.store = store;
        this.datasets = datasets;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    JsonNode run(Asked asked, JobRun run) {
        Map<String, TagRun> last = store.lastRuns();
        List<Tag> wanted =
                tags.list().stream().filter(tag -> wants(asked, tag, last)).toList();
        int failed = 0;
        for (int i = 0; i < wanted.size() && !run.cancelled(); i++) {
            run.at(i, wanted.size(), wanted.get(i).title());
            failed += workOut(wanted.get(i), asked.cause()) ? 0 : 1;
        }
        return json.valueToTree(Map.of("tags", wanted.size(), "failed", failed));
    }

    private boolean wants(Asked asked, Tag tag, Map<String, TagRun> last) {
        if (asked.tag().isPresent()) {
            return asked.tag().get().equals(tag.id());
        }
        if (asked.dataset().isPresent()) {
            return asked.dataset().get().equals(tag.dataset());
        }
        return isDue(tag, Optional.ofNullable(last.get(tag.id())));
    }

    private boolean isDue(Tag tag, Optional<TagRun> last) {
        if (tag.every() == Tag.Every.REFRESH) {
            return false;
        }
        Duration wait = tag.every() == Tag.Every.HOUR ? HOUR : DAY;
        return last.filter(run -> run.startedAt().isAfter(clock.instant().minus(wait)))
                .isEmpty();
    }

    /** Whether it went well; what went wrong is kept with the run, and the former marks stay. */
    private boolean workOut(Tag tag, String cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = transactions.call(() -> store.begin(tag, cause, now));
        try {
            transactions.run(() -> mark(tag, id, now));
            return true;
        } catch (Fault | FormulaFault | EvaluationFault e) {
            transactions.run(() -> store.failed(id, clock.instant(), String.valueOf(e.getMessage())));
            return false;
        }
    }

    private void mark(Tag tag, long id, Instant now) {
        TagRule rule = new TagRule(tag, datasets.get(tag.dataset()));
        List<String> keys = new ArrayList<>(BATCH);
        List<String> areas = new ArrayList<>(BATCH);
        datasets.each(rule.query(), Viewer.system(), row -> {
            Optional<String> key = rule.key(row);
            if (key.isPresent() && rule.holds(row)) {
                keys.add(key.get());
                areas.add(rule.area(row).orElse(""));
            }
        });
        for (int from = 0; from < keys.size(); from += BATCH) {
            int to = Math.min(keys.size(), from + BATCH);
            store.mark(tag, id, now, keys.subList(from, to), areas.subList(from, to));
        }
        store.end(tag, id, clock.instant());
    }

    static Text title(String what) {
        return Text.of("计算标签：" + what, "Work out tags: " + what);
    }
}
