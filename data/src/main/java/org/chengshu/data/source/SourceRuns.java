package org.chengshu.data.source;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.DataError;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has sources read: when somebody asks for it, and when their time has come. */
@Component
final class SourceRuns {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRuns.class);

    private static final Set<String> COME_BY_THEMSELVES = Set.of("push", "capture");

    private final SourceStore store;
    private final SourceKinds kinds;
    private final Loads loads;
    private final Transactions transactions;
    private final JsonMapper json;
    private final ZoneId zone;
    private final Clock clock;

    SourceRuns(
            SourceStore store,
            SourceKinds kinds,
            Loads loads,
            Transactions transactions,
            JsonMapper json,
            CitySettings city,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.loads = loads;
        this.transactions = transactions;
        this.json = json;
        this.zone = city.zone();
        this.clock = clock;
    }

    /** Starts a load now; {@code whole} reads everything again. */
    UUID run(UUID id, boolean whole, boolean anyTime, Viewer viewer) {
        return transactions.call(() -> {
            Source source = store.lock(id);
            if (source.paused()) {
                throw new Fault(DataError.SOURCE_PAUSED, source.name() + " is paused; resume it first");
            }
            if (COME_BY_THEMSELVES.contains(source.kind())) {
                throw new Fault(DataError.SOURCE_FAULTY, "rows of " + source.name() + " come by themselves");
            }
            if (!anyTime
                    && !source.schedule()
                            .map(times -> times.open(clock.instant(), zone))
                            .orElse(true)) {
                throw new Fault(
                        DataError.SOURCE_PAUSED,
                        source.name() + " may be read only in its window of the day; say anyTime to read it now");
            }
            if (!whole && !hasNews(source)) {
                throw new Fault(
                        DataError.SOURCE_FAULTY, source.name() + " has nothing new; say whole to read it again");
            }
            return start(source, whole, viewer);
        });
    }

    private boolean hasNews(Source source) {
        return kinds.find(source.kind())
                .map(kind -> kind.hasNews(store.get(source.id()), source.mark()))
                .orElse(true);
    }

    private UUID start(Source source, boolean whole, Viewer viewer) {
        if (busy(source)) {
            throw new Fault(DataError.SOURCE_BUSY, source.name() + " is being read already");
        }
        Target target = source.target()
                .orElseThrow(() ->
                        new Fault(DataError.SOURCE_FAULTY, source.name() + " fills no dataset yet; choose one first"));
        Optional<JsonNode> mark = whole || !source.incremental() ? Optional.empty() : source.mark();
        UUID load = loads.start(order(source, target, mark), viewer);
        store.begun(source.id(), load);
        return load;
    }

    private LoadOrder order(Source source, Target target, Optional<JsonNode> mark) {
        JsonNode spec = json.createObjectNode().put("source", source.id().toString());
        boolean everything = source.kind().equals("file") ? !source.incremental() : mark.isEmpty();
        return LoadOrder.of(
                        target.dataset(), Text.of("采集 " + source.name(), "Read " + source.name()), source.kind(), spec)
                .mapped(target.mapping())
                .from(mark)
                .wholly(everything)
                .ofSource(source.id().toString());
    }

    private boolean busy(Source source) {
        return source.running()
                .flatMap(loads::find)
                .filter(load -> load.state().open())
                .isPresent();
    }

    Optional<LoadView> running(Source source) {
        return source.running().flatMap(loads::find);
    }

    /** Starts what is due; a source that is still being read waits for its next time. */
    void startDue() {
        Instant now = clock.instant();
        transactions.run(() -> store.due(now).forEach(source -> startDue(source, now)));
    }

    private void startDue(Source source, Instant now) {
        store.planned(source.id(), source.schedule().map(times -> times.next(now, zone)));
        if (busy(source) || source.target().isEmpty()) {
            return;
        }
        try {
            if (hasNews(source)) {
                start(source, false, Viewer.system());
            }
        } catch (Fault e) {
            LOG.warn("Source {} could not be started: {}", source.name(), e.getMessage());
            store.ended(
                    source.id(),
                    new Source.Last(
                            new UUID(0, 0),
                            "failed",
                            0,
                            0,
                            0,
                            Optional.of(Text.of(e.getMessage(), e.getMessage())),
                            now),
                    Optional.empty());
        }
    }
}
