package org.chengshu.data.catalogue.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.data.Datasets;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.data.catalogue.EntryStore;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Measures how old the data of each dataset is against the cycle that its entry declares, and tells its owner once it is late. */
@Component
class Freshness {
    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
    private static final Set<Channel> CHANNELS = Set.of(Channel.INBOX, Channel.EMAIL);

    private final Datasets datasets;
    private final EntryStore entries;
    private final Notices notices;
    private final Transactions transactions;
    private final Clock clock;

    Freshness(
            @Qualifier("jooqDatasets") Datasets datasets,
            EntryStore entries,
            Notices notices,
            Transactions transactions,
            Clock clock) {
        this.datasets = datasets;
        this.entries = entries;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    void round() {
        for (Entry entry : entries.ofDatasets()) {
            try {
                measure(entry);
            } catch (RuntimeException e) {
                LOG.warn("the age of {} is not known: {}", entry.id(), e.toString());
            }
        }
    }

    void measure(Entry entry) {
        String dataset = entry.dataset().orElseThrow();
        if (datasets.find(dataset).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> newest =
                datasets.state(dataset, Viewer.system()).newest().map(time -> time.isAfter(now) ? now : time);
        boolean late = newest.flatMap(entry.content().cycle()::lateFrom)
                .filter(from -> !from.isAfter(now))
                .isPresent();
        if (newest.equals(entry.newest()) && late == entry.late()) {
            return;
        }
        transactions.run(() -> {
            entries.measured(entry.id(), newest, late, now);
            if (late && !entry.late() && entry.state() == EntryState.PUBLISHED) {
                tell(entry, newest.orElseThrow());
            }
        });
    }

    private void tell(Entry entry, Instant newest) {
        Notice notice = new Notice(
                "data-late",
                "late-" + entry.id(),
                Severity.YELLOW,
                Text.of(entry.content().title() + "：数据超期", entry.content().titleEn() + ": data is late"),
                Text.of(
                        "声明的更新周期为“" + entry.content().cycle().title().zh() + "”，最新数据时间为 " + newest + "。",
                        "It is to be renewed "
                                + entry.content().cycle().title().en().toLowerCase(Locale.ROOT)
                                + "; its newest data is of " + newest + "."),
                Optional.of("/data/" + entry.id()),
                entry.areaPath(),
                Map.of("organisation", entry.organisation()));
        notices.route(notice);
        if (!entry.organisation().equals(Entry.PLATFORM)) {
            notices.tell(notice, List.of(Recipient.organisation(entry.organisation())), CHANNELS);
        }
    }
}
