package org.chengshu.data.catalogue.watch;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.ReadTally;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Counts in memory and keeps the counts in batches, by day of the city. */
@Component
class ReadCounts implements ReadTally, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadCounts.class);
    private static final String KEEP = """
            insert into cs_data.read_day (dataset, day, kind, reads)
            select * from unnest(cast(? as text[]), cast(? as date[]), cast(? as text[]), cast(? as bigint[]))
            on conflict (dataset, day, kind) do update set reads = cs_data.read_day.reads + excluded.reads
            """;
    // Of the last thirty days; what the platform reads by itself makes nothing popular.
    private static final String POPULAR = """
            update cs_data.entry set reads = fresh.reads
            from (select e.id, coalesce(sum(d.reads) filter (where d.kind in ('rows', 'query', 'export')), 0)::bigint as reads
                  from cs_data.entry e left join cs_data.read_day d
                      on d.dataset = coalesce(e.dataset, e.id) and d.day > cast(? as date)
                  where coalesce(e.dataset, e.id) = any(cast(? as text[])) group by e.id) fresh
            where fresh.id = cs_data.entry.id and fresh.reads <> cs_data.entry.reads
            """;
    private static final int DAYS = 30;
    private static final long PAUSE_SECONDS = 10;

    private record Key(String dataset, LocalDate day, Kind kind) {}

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
    private final DSLContext db;
    private final CitySettings settings;
    private final Clock clock;
    private volatile boolean running;
    private volatile Thread keeping;

    ReadCounts(DSLContext db, CitySettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void count(String dataset, Kind kind) {
        // A former state of a dataset is the dataset.
        String whole = dataset.indexOf('@') < 0 ? dataset : dataset.substring(0, dataset.indexOf('@'));
        counts.computeIfAbsent(new Key(whole, today(), kind), key -> new LongAdder())
                .increment();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Keeps what was counted; what cannot be kept now is counted on. */
    synchronized void keep() {
        Map<Key, Long> taken = new LinkedHashMap<>();
        counts.forEach((key, counted) -> {
            long reads = counted.sumThenReset();
            if (reads > 0) {
                taken.put(key, reads);
            }
        });
        forgetFormerDays();
        if (taken.isEmpty()) {
            return;
        }
        List<Key> keys = List.copyOf(taken.keySet());
        try {
            db.execute(
                    KEEP,
                    texts(keys, Key::dataset),
                    days(keys),
                    texts(keys, key -> key.kind().word()),
                    taken.values().toArray(Long[]::new));
        } catch (RuntimeException e) {
            taken.forEach((key, reads) ->
                    counts.computeIfAbsent(key, _ -> new LongAdder()).add(reads));
            throw e;
        }
        popular(keys.stream().map(Key::dataset).distinct().toArray(String[]::new));
    }

    private void forgetFormerDays() {
        LocalDate today = today();
        counts.entrySet()
                .removeIf(one ->
                        one.getKey().day().isBefore(today) && one.getValue().sum() == 0);
    }

    private void popular(String[] datasets) {
        db.execute(POPULAR, Date.valueOf(today().minusDays(DAYS)), datasets);
    }

    /** Reads fall out of the thirty days even when nobody reads any more. */
    void age() {
        popular(db.fetch("select coalesce(dataset, id) from cs_data.entry where reads > 0")
                .map(row -> row.get(0, String.class))
                .toArray(String[]::new));
    }

    private static String[] texts(List<Key> keys, Function<Key, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    private static Date[] days(List<Key> keys) {
        return keys.stream().map(key -> Date.valueOf(key.day())).toArray(Date[]::new);
    }

    @Override
    public void start() {
        running = true;
        // Every node keeps what it counted itself, so this is no job that one of them does.
        keeping = Thread.ofVirtual().name("read-counts").start(this::keepOn);
    }

    private void keepOn() {
        while (running) {
            try {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                keep();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the counts of reads wait: {}", e.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (keeping != null) {
                keeping.interrupt();
                keeping.join();
            }
            keep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the last counts of reads are lost: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
