package org.chengshu.core.live.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.live.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

@Component
final class LiveStreams implements Live, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration RIGHTS_CHECKED = Duration.ofSeconds(1);

    private final Map<String, List<LiveStream>> byTopic = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final JsonMapper json;
    private final ObjectProvider<Accounts> accounts;
    private volatile boolean running;

    LiveStreams(Transactions transactions, JsonMapper json, ObjectProvider<Accounts> accounts) {
        this.transactions = transactions;
        this.json = json;
        this.accounts = accounts;
    }

    @Override
    public void publish(String topic, String areaPath, Optional<String> organisationPath, Object payload) {
        if (!streams(topic).isEmpty()) {
            transactions.afterCommit(() -> tell(topic, areaPath, organisationPath, payload));
        }
    }

    @Override
    public void publishTo(UUID account, String topic, Object payload) {
        publish(own(account, topic), Viewer.WHOLE_CITY, payload);
    }

    @Override
    public SseEmitter stream(Viewer viewer, String permission, String topic) {
        return open(new LiveStream(viewer, Optional.of(permission), topic, this::forget));
    }

    @Override
    public SseEmitter ownStream(Viewer viewer, String topic) {
        return open(new LiveStream(viewer, Optional.empty(), own(viewer.accountId(), topic), this::forget));
    }

    private static String own(UUID account, String topic) {
        return topic + ":" + account;
    }

    private SseEmitter open(LiveStream stream) {
        byTopic.compute(stream.topic(), (any, open) -> {
            List<LiveStream> streams = open == null ? new CopyOnWriteArrayList<>() : open;
            streams.add(stream);
            return streams;
        });
        if (!running) {
            stream.close();
        }
        return stream.open();
    }

    private void tell(String topic, String areaPath, Optional<String> organisationPath, Object payload) {
        List<LiveStream> seeing = streams(topic).stream()
                .filter(stream -> stream.scope().contains(areaPath, organisationPath))
                .toList();
        if (!seeing.isEmpty()) {
            String text = json.writeValueAsString(payload);
            seeing.forEach(stream -> stream.offer(text));
        }
    }

    private List<LiveStream> streams(String topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    /** Topics come from requests, so the last stream of one takes it along. */
    private void forget(LiveStream stream) {
        byTopic.computeIfPresent(stream.topic(), (any, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
    }

    @Override
    public void start() {
        running = true;
        accounts.ifAvailable(known -> Thread.ofVirtual().name("live-rights").start(() -> watchRights(known)));
    }

    /** Whoever loses a right stops hearing of what it showed, on every node, without waiting for his stream to end. */
    private void watchRights(Accounts known) {
        while (running) {
            LockSupport.parkNanos(RIGHTS_CHECKED.toNanos());
            try {
                closeWhatIsNoLongerDue(known);
            } catch (RuntimeException e) {
                LOG.warn("cannot look at the rights of live streams; trying again", e);
            }
        }
    }

    private void closeWhatIsNoLongerDue(Accounts known) {
        Map<UUID, List<LiveStream>> byAccount = byTopic.values().stream()
                .flatMap(List::stream)
                .filter(stream -> !stream.account().equals(Viewer.system().accountId()))
                .collect(Collectors.groupingBy(LiveStream::account));
        byAccount.forEach((account, streams) -> {
            Optional<Viewer> now = known.findViewer(account);
            streams.stream()
                    .filter(stream -> now.filter(stream::isStillDueTo).isEmpty())
                    .forEach(LiveStream::close);
        });
    }

    /** Open streams would hold up the web server, which waits for its requests to end. */
    @Override
    public void stop() {
        running = false;
        byTopic.values().forEach(streams -> streams.forEach(LiveStream::close));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
