package org.chengshu.data.load.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.load.FieldMapping;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes refused rows up again: with corrected cells, with another mapping, or both. */
@Component
public class CorrectedRows implements FeedOpener {
    private static final String KIND = "corrected";
    private static final int MOST_ROWS = 10_000;

    private final LoadStore loads;
    private final RefusedStore refused;
    private final ObjectProvider<Loads> engine;
    private final JsonMapper json;

    CorrectedRows(LoadStore loads, RefusedStore refused, ObjectProvider<Loads> engine, JsonMapper json) {
        this.loads = loads;
        this.refused = refused;
        this.engine = engine;
        this.json = json;
    }

    /**
     * Starts the load of them.
     *
     * @param edits by number of the row, what stands in its columns now; the other cells stay
     * @param mapping another one; with it rows that nobody touched come too
     */
    public UUID submit(UUID id, Map<Long, Map<String, String>> edits, List<FieldMapping> mapping, Viewer who) {
        LoadView load = loads.get(id);
        if (load.state() != LoadState.PROMOTED) {
            throw new Fault(
                    DataError.LOAD_ENDED,
                    "load " + id + " is " + load.state().word() + ", so its refused rows have nothing to stand beside;"
                            + " load the whole again");
        }
        if (edits.size() > MOST_ROWS || (edits.isEmpty() && mapping.isEmpty())) {
            throw new Fault(
                    DataError.LOAD_FAULTY,
                    "send 1 to " + MOST_ROWS + " corrected rows, another mapping, or the corrected file");
        }
        requireWaiting(load, edits.keySet());
        edits.forEach((row, cells) -> requireColumns(load, row, cells.keySet()));
        JsonNode spec = json.valueToTree(new CorrectedFeed.Spec(id, edits, !mapping.isEmpty()));
        Text title = Text.of(load.title().zh() + "（更正）", load.title().en() + " (corrections)");
        LoadOrder order = LoadOrder.of(load.dataset(), title, KIND, spec)
                .mapped(mapping.isEmpty() ? load.order().mapping() : mapping)
                .correcting(id);
        return engine.getObject().start(order, who);
    }

    private void requireWaiting(LoadView load, Set<Long> rows) {
        Set<Long> waiting = refused.waiting(load.id(), rows);
        rows.stream().filter(row -> !waiting.contains(row)).findFirst().ifPresent(row -> {
            throw new Fault(
                    DataError.LOAD_FAULTY,
                    "row " + row + " of load " + load.id() + " is not one that waits to be corrected");
        });
    }

    private static void requireColumns(LoadView load, long row, Set<String> columns) {
        columns.stream()
                .filter(column -> !load.columns().contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new Fault(DataError.LOAD_FAULTY, "row " + row + ": the delivery has no column " + column);
                });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feed open(JsonNode spec, Optional<JsonNode> from) {
        CorrectedFeed.Spec told = json.treeToValue(spec, CorrectedFeed.Spec.class);
        return new CorrectedFeed(refused, loads.get(told.load()), told.edits(), told.others());
    }

    /** The rows that an order takes up; empty for all that wait. */
    Optional<List<Long>> taken(LoadOrder order) {
        if (!order.feed().equals(KIND)) {
            return Optional.empty();
        }
        CorrectedFeed.Spec told = json.treeToValue(order.spec(), CorrectedFeed.Spec.class);
        return told.others()
                ? Optional.empty()
                : Optional.of(List.copyOf(told.edits().keySet()));
    }
}
