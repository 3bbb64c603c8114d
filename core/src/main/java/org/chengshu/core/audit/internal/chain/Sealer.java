package org.chengshu.core.audit.internal.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.audit.AuditAlgorithm;
import org.chengshu.core.audit.AuditSettings;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals committed entries into the chain, in batches, and notes its head from time to time. */
@Component
class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 1_000;

    private final ChainStore store;
    private final Heads heads;
    private final Transactions transactions;
    private final AuditAlgorithm algorithm;
    private final Duration headEvery;
    private final Clock clock;
    private Instant notedAt = Instant.EPOCH;
    private long noted;

    Sealer(ChainStore store, Heads heads, Transactions transactions, Settings settings, Clock clock) {
        this.store = store;
        this.heads = heads;
        this.transactions = transactions;
        this.algorithm = settings.get(AuditSettings.ALGORITHM);
        this.headEvery = settings.get(AuditSettings.HEAD_EVERY);
        this.clock = clock;
    }

    /** Seals whatever waits. */
    synchronized void seal() {
        int batch;
        do {
            batch = transactions.call(this::batch);
        } while (batch == BATCH);
        note();
    }

    private int batch() {
        if (!store.tryLock()) {
            return 0;
        }
        List<ChainStore.Waiting> waiting = store.take(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Link> head = store.head();
        List<Link> links = new ArrayList<>(waiting.size());
        for (ChainStore.Waiting entry : waiting) {
            Link link = link(head, entry, now);
            links.add(link);
            head = Optional.of(link);
        }
        store.add(links);
        return waiting.size();
    }

    private Link link(Optional<Link> former, ChainStore.Waiting entry, Instant now) {
        if (entry.row().isPresent()) {
            return Link.after(former, entry.row().get(), now, algorithm);
        }
        LOG.error("audit entry {} of {} went before it was sealed", entry.id(), entry.at());
        return Link.after(former, entry.id(), entry.at(), Content.nothing(), now, algorithm);
    }

    private void note() {
        Instant now = clock.instant();
        if (now.isBefore(notedAt.plus(headEvery))) {
            return;
        }
        notedAt = now;
        store.head().filter(head -> head.number() != noted).ifPresent(head -> {
            noted = head.number();
            heads.note(head, now);
        });
    }
}
