package org.chengshu.cases.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.suggest.Learner;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/cases/v1/histories")
final class HistoryResource {
    private static final String WHOLE_CITY = "histories are of the whole city, as is the right to bring them in";

    private final HistoryStore store;
    private final HistoryRun run;
    private final Learner learner;
    private final Jobs jobs;
    private final JsonMapper json;

    HistoryResource(HistoryStore store, HistoryRun run, Learner learner, Jobs jobs, JsonMapper json) {
        this.store = store;
        this.run = run;
        this.learner = learner;
        this.jobs = jobs;
        this.json = json;
    }

    @GetMapping
    @Access(value = CaseRights.IMPORT, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHOLE_CITY)
    HistoryItems list() {
        return new HistoryItems(store.list().stream().map(HistoryItem::of).toList(), Optional.empty());
    }

    /** The job that brings the cases in; its result tells what came of the rows. */
    @PostMapping("/{id}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = CaseRights.IMPORT, audit = "case.history-imported", reach = Access.Reach.NONE, why = WHOLE_CITY)
    Started start(@PathVariable String id, Viewer viewer) {
        HistorySpec spec = get(id);
        run.check(spec, viewer);
        Text title = Text.of(
                "导入历史案件：" + spec.title().zh(), "Bring in cases: " + spec.title().en());
        return new Started(jobs.start("cases.history", title, viewer, progress -> {
                    HistoryRun.Report report = run.run(spec, viewer, progress);
                    learner.learnAgain();
                    return json.valueToTree(report);
                })
                .id());
    }

    @GetMapping("/{id}/refused")
    @Access(value = CaseRights.IMPORT, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHOLE_CITY)
    CursorPage<RefusedPast> refused(@PathVariable String id, Cursor cursor) {
        get(id);
        return Keyset.page(
                cursor,
                store.refused(id, cursor.after().map(HistoryResource::seq).orElse(0L), cursor.limit() + 1),
                row -> new Cursor.Key(Instant.EPOCH, String.valueOf(row.seq())));
    }

    private static long seq(Cursor.Key key) {
        try {
            return Long.parseLong(key.id());
        } catch (NumberFormatException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the cursor belongs to another list", e);
        }
    }

    private HistorySpec get(String id) {
        return store.find(id).orElseThrow(() -> new Fault(CaseError.CASE_HISTORY_UNKNOWN, "there is no history " + id));
    }

    record Started(UUID job) {}

    record HistoryItems(List<HistoryItem> items, Optional<String> next) {}

    record HistoryItem(String id, Text title, String dataset, String kind) {
        static HistoryItem of(HistorySpec spec) {
            return new HistoryItem(spec.id(), spec.title(), spec.dataset(), spec.kind());
        }
    }
}
