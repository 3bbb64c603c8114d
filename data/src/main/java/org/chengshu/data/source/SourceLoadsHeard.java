package org.chengshu.data.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.data.load.LoadEnded;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Notes how a source's load ended, and tells whoever made the source when it did not end well. */
@Component
final class SourceLoadsHeard implements EventListener<LoadEnded> {
    private static final Set<String> WELL = Set.of("promoted", "cancelled");

    private final SourceStore store;
    private final Loads loads;
    private final Notices notices;

    SourceLoadsHeard(SourceStore store, Loads loads, Notices notices) {
        this.store = store;
        this.loads = loads;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "data.sources-read";
    }

    @Override
    public Class<LoadEnded> type() {
        return LoadEnded.class;
    }

    @Override
    public void on(LoadEnded event, UUID eventId) {
        event.source().map(UUID::fromString).flatMap(store::find).ifPresent(source -> {
            Optional<Text> error = loads.find(event.load()).flatMap(LoadView::error);
            int failures = store.ended(
                    source.id(),
                    new Source.Last(
                            event.load(),
                            event.state(),
                            event.read(),
                            event.stored(),
                            event.refused(),
                            error,
                            event.at()),
                    event.mark());
            if (!WELL.contains(event.state())) {
                tell(source, event, error, failures);
            }
        });
    }

    private void tell(Source source, LoadEnded event, Optional<Text> error, int failures) {
        Text why = error.orElse(Text.of(event.state(), event.state()));
        Notice notice = new Notice(
                "data-source",
                "data-source:" + source.id(),
                failures > 2 ? Severity.ORANGE : Severity.YELLOW,
                Text.of("数据源采集未成功：" + source.name(), "A source was not read: " + source.name()),
                Text.of(
                        why.zh() + "（连续 " + failures + " 次）",
                        why.en() + " (" + failures + (failures == 1 ? " time)" : " times in a row)")),
                Optional.of("/data/sources/" + source.id()),
                Viewer.WHOLE_CITY,
                Map.of("source", source.name()));
        if (!source.createdBy().equals(Viewer.system().accountId())) {
            notices.tell(notice, List.of(Recipient.account(source.createdBy())), Set.of(Channel.INBOX, Channel.EMAIL));
        }
        source.organisation()
                .ifPresent(code -> notices.tell(notice, List.of(Recipient.organisation(code)), Set.of(Channel.INBOX)));
    }
}
