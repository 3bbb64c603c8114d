package org.chengshu.data.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.ReadTally;
import org.chengshu.data.Rows;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/data/v1/datasets")
class DatasetResource {
    private static final String SAMPLE_ROWS = "20";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Datasets datasets;
    private final RowPager pager;
    private final ReadsOnRecord reads;
    private final ReadTally tally;

    DatasetResource(
            @Qualifier("jooqDatasets") Datasets datasets, RowPager pager, ReadsOnRecord reads, ReadTally tally) {
        this.datasets = datasets;
        this.pager = pager;
        this.reads = reads;
        this.tally = tally;
    }

    @GetMapping
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "the catalogue is the same for all; its rows are limited by area")
    CursorPage<DatasetView> list(Viewer viewer) {
        return new CursorPage<>(
                datasets.list(viewer).stream()
                        .map(dataset -> view(dataset, viewer))
                        .toList(),
                Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "the catalogue is the same for all; its rows are limited by area")
    DatasetView get(@PathVariable String id, Viewer viewer) {
        return view(datasets.get(id), viewer);
    }

    @GetMapping("/{id}/sample")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED)
    RowsPage sample(
            @PathVariable String id,
            @RequestParam(defaultValue = SAMPLE_ROWS) int limit,
            @RequestParam(required = false) Optional<Integer> load,
            Viewer viewer) {
        Dataset dataset = datasets.get(asOf(id, load));
        RowsPage page = pager.page(dataset, RowsAsked.everything(), Cursor.first(limit), viewer);
        tally.count(dataset.id(), ReadTally.Kind.ROWS);
        return reads.recorded(dataset, page, List.of(), viewer);
    }

    @GetMapping("/{id}/rows")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED)
    RowsPage rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> fields,
            @RequestParam(required = false) String[] where,
            @RequestParam(required = false) Optional<Integer> load,
            Cursor cursor,
            Viewer viewer) {
        Dataset dataset = datasets.get(asOf(id, load));
        RowsAsked asked = RowsAsked.of(fields, where);
        RowsPage page = pager.page(dataset, asked, cursor, viewer);
        tally.count(dataset.id(), ReadTally.Kind.ROWS);
        return reads.recorded(dataset, page, asked.conditions(), viewer);
    }

    @GetMapping(value = "/{id}/rows.csv", produces = "text/csv;charset=UTF-8")
    @Access(value = Datasets.READ, audit = "data.exported")
    void csv(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> fields,
            @RequestParam(required = false) String[] where,
            @RequestParam(required = false) Optional<Integer> load,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Dataset dataset = datasets.get(asOf(id, load));
        RowsAsked asked = RowsAsked.of(fields, where);
        CsvExport export = pager.export(dataset, asked, viewer);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + dataset.id() + ".csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write(BYTE_ORDER_MARK);
            Optional<ReadsOnRecord.RowLog> log = reads.begin(dataset, export.columns(), asked.conditions(), viewer);
            try {
                export.write(out, row -> log.ifPresent(kept -> kept.row(row::value)));
            } finally {
                log.ifPresent(ReadsOnRecord.RowLog::close);
                tally.count(dataset.id(), ReadTally.Kind.EXPORT);
            }
        }
    }

    @PostMapping("/{id}/query")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED)
    Rows query(@PathVariable String id, @RequestBody JsonNode question, Viewer viewer) {
        Dataset dataset = datasets.get(id);
        DatasetQuery query = QueryJson.read(dataset.id(), question);
        Rows answer = datasets.query(query, viewer);
        tally.count(dataset.id(), ReadTally.Kind.QUERY);
        return reads.recorded(dataset, answer, query.conditions(), viewer);
    }

    // A stored dataset as its load of this number left it.
    private static String asOf(String id, Optional<Integer> load) {
        return load.map(number -> id + "@" + number).orElse(id);
    }

    private DatasetView view(Dataset dataset, Viewer viewer) {
        return DatasetView.of(dataset, datasets.state(dataset.id(), viewer), viewer);
    }
}
