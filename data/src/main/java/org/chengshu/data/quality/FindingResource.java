package org.chengshu.data.quality;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.DataFinding;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/data/v1/quality/findings")
class FindingResource {
    private final FindingStore store;
    private final FindingRows rows;
    private final FindingEvidence evidence;

    FindingResource(FindingStore store, FindingRows rows, FindingEvidence evidence) {
        this.store = store;
        this.rows = rows;
        this.evidence = evidence;
    }

    @GetMapping
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    CursorPage<DataFinding> list(
            @RequestParam Optional<String> dataset,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> department,
            Cursor cursor) {
        Condition where =
                DSL.and(is("dataset", dataset), is("state", state), is("kind", kind), is("owner", department));
        return store.list(where, cursor);
    }

    private static Condition is(String column, Optional<String> value) {
        return value.filter(word -> !word.isEmpty())
                .map(word -> DSL.field(DSL.name(column), String.class).eq(word))
                .orElseGet(DSL::noCondition);
    }

    @GetMapping("/{finding}")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    DataFinding get(@PathVariable UUID finding) {
        return store.get(finding);
    }

    /** The rows that fail now, or in the revision that a run looked at, as far as the viewer sees them. */
    @GetMapping("/{finding}/rows")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED)
    FindingRows.Page rows(
            @PathVariable UUID finding,
            @RequestParam Optional<UUID> run,
            @RequestParam(defaultValue = "0") long skip,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        return rows.page(store.get(finding), run, viewer, skip, limit);
    }

    @GetMapping(value = "/{finding}/rows.csv", produces = "text/csv;charset=UTF-8")
    @Access(value = Datasets.READ, audit = "data.exported")
    void csv(@PathVariable UUID finding, Viewer viewer, HttpServletResponse response) throws IOException {
        DataFinding about = store.get(finding);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + about.rule() + ".csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            rows.write(about, viewer, out);
        }
    }

    /** The first rows as the run that last failed saw them, sensitive fields masked; for whoever sees the whole city. */
    @GetMapping("/{finding}/evidence")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "shown to whoever reads the whole city, empty for others")
    Evidence evidence(@PathVariable UUID finding, @RequestParam Optional<UUID> run, Viewer viewer) {
        store.get(finding);
        List<UUID> runs = store.raisingRuns(finding);
        Optional<UUID> wanted = run.or(() -> runs.stream().findFirst());
        boolean whole = viewer.scope(Datasets.READ).isEverywhere();
        return new Evidence(
                wanted,
                runs,
                whole ? wanted.map(one -> evidence.rows(finding, one)).orElseGet(List::of) : List.of());
    }

    /** Rows of one run, and the runs of which there are rows, newest first. */
    record Evidence(Optional<UUID> run, List<UUID> runs, List<JsonNode> rows) {}
}
