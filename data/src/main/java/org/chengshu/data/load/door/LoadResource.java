package org.chengshu.data.load.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.live.Live;
import org.chengshu.data.DataError;
import org.chengshu.data.load.FieldMapping;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.load.run.CorrectedRows;
import org.chengshu.data.load.run.HeldLoads;
import org.chengshu.data.load.run.LoadStore;
import org.chengshu.data.stored.DefinitionBody;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Loads as people start, watch and mend them. */
@RestController
@RequestMapping("/api/data/v1/loads")
class LoadResource {
    private final Loads loads;
    private final LoadStore store;
    private final StoredDatasets stored;
    private final CorrectedRows corrections;
    private final RefusedRows refused;
    private final HeldLoads held;
    private final Transactions transactions;
    private final Live live;

    LoadResource(
            Loads loads,
            LoadStore store,
            StoredDatasets stored,
            CorrectedRows corrections,
            RefusedRows refused,
            HeldLoads held,
            Transactions transactions,
            Live live) {
        this.loads = loads;
        this.store = store;
        this.stored = stored;
        this.corrections = corrections;
        this.refused = refused;
        this.held = held;
        this.transactions = transactions;
        this.live = live;
    }

    @GetMapping
    @Access(value = LoadPermissions.LOAD, audit = Access.NOT_AUDITED)
    CursorPage<LoadView> list(
            @RequestParam("dataset") Optional<String> dataset,
            @RequestParam("source") Optional<String> source,
            @RequestParam("state") Optional<String> state,
            Cursor cursor) {
        return store.page(dataset, source, state.map(LoadResource::state), cursor);
    }

    @GetMapping("/live")
    @Access(value = LoadPermissions.LOAD, audit = Access.NOT_AUDITED)
    SseEmitter live(Viewer viewer) {
        return live.stream(viewer, LoadPermissions.LOAD, LoadStore.LIVE);
    }

    @GetMapping("/{id}")
    @Access(value = LoadPermissions.LOAD, audit = Access.NOT_AUDITED)
    LoadView get(@PathVariable UUID id) {
        return store.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = LoadPermissions.LOAD, audit = "data.load-started")
    LoadView start(@RequestBody Order order, Viewer viewer) {
        UUID id = transactions.call(() -> {
            order.define().ifPresent(definition -> {
                viewer.require(LoadPermissions.DEFINE);
                stored.define(definition.toDefinition());
            });
            return loads.start(order.toLoad(), viewer);
        });
        return store.get(id);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = LoadPermissions.LOAD, audit = "data.load-cancelled")
    LoadView cancel(@PathVariable UUID id) {
        loads.cancel(id);
        return store.get(id);
    }

    /** What a check holds back is promoted all the same; the reason is on record. */
    @PostMapping("/{id}/release")
    @Access(value = LoadPermissions.RELEASE, audit = "data.load-released")
    LoadView release(@PathVariable UUID id, @RequestBody Release given, Viewer viewer, HttpServletRequest request) {
        AuditNotes.of(request).add("reason", given.reason().orElse(""));
        return held.release(id, given.reason().orElse(""), viewer);
    }

    record Release(Optional<String> reason) {}

    @GetMapping("/{id}/refused")
    @Access(value = LoadPermissions.LOAD, audit = Access.NOT_AUDITED)
    RefusedRows.Page refused(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        return refused.page(store.get(id), after, limit, viewer);
    }

    @GetMapping(value = "/{id}/refused.csv", produces = "text/csv;charset=UTF-8")
    @Access(value = LoadPermissions.LOAD, audit = "data.refused-exported")
    void refusedFile(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        LoadView load = store.get(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + load.dataset() + "-refused.csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            refused.write(load, Locale.of(lang), viewer, out);
        }
    }

    /** Corrected cells by row, another mapping, or both. */
    @PostMapping("/{id}/refused/resubmit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = LoadPermissions.LOAD, audit = "data.refused-resubmitted")
    LoadView resubmit(@PathVariable UUID id, @RequestBody Corrections given, Viewer viewer) {
        Map<Long, Map<String, String>> edits = new TreeMap<>();
        given.rows().forEach(row -> edits.put(row.row(), row.cells()));
        return store.get(corrections.submit(id, edits, given.mapping(), viewer));
    }

    private static LoadState state(String word) {
        return Stream.of(LoadState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Fault(DataError.LOAD_FAULTY, "no load is ever " + word));
    }

    /**
     * @param define a dataset to be made for it
     * @param feed {@code file} unless told
     */
    record Order(
            Optional<String> dataset,
            Optional<Text> title,
            Optional<String> feed,
            JsonNode spec,
            List<FieldMapping> mapping,
            Optional<Boolean> whole,
            Optional<UUID> corrects,
            Optional<DefinitionBody> define) {
        Order {
            mapping = mapping == null ? List.of() : List.copyOf(mapping);
        }

        LoadOrder toLoad() {
            String id = define.flatMap(DefinitionBody::id)
                    .or(() -> dataset)
                    .orElseThrow(() -> new Fault(DataError.LOAD_FAULTY, "say which dataset to load"));
            if (spec == null || !spec.isObject()) {
                throw new Fault(DataError.LOAD_FAULTY, "spec must say what to read");
            }
            LoadOrder order = LoadOrder.of(
                            id, title.orElseGet(() -> Text.of("入库 " + id, "Load " + id)), feed.orElse("file"), spec)
                    .mapped(mapping)
                    .wholly(whole.orElse(false));
            return corrects.map(order::correcting).orElse(order);
        }
    }

    record Corrections(List<Row> rows, List<FieldMapping> mapping) {
        Corrections {
            rows = rows == null ? List.of() : List.copyOf(rows);
            mapping = mapping == null ? List.of() : List.copyOf(mapping);
        }

        record Row(long row, Map<String, String> cells) {
            Row {
                cells = cells == null ? Map.of() : new TreeMap<>(cells);
            }
        }
    }
}
