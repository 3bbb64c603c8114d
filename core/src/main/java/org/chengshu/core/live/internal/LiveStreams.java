package org.chengshu.core.live.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.live.Live;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

@Component
final class LiveStreams implements Live, SmartLifecycle {
    private final Map<String, List<LiveStream>> byTopic = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final JsonMapper json;
    private volatile boolean running;

    LiveStreams(Transactions transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
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
        return open(viewer.scope(permission), topic);
    }

    @Override
    public SseEmitter ownStream(Viewer viewer, String topic) {
        return open(Scope.everywhere(), own(viewer.accountId(), topic));
    }

    private static String own(UUID account, String topic) {
        return topic + ":" + account;
    }

    private SseEmitter open(Scope scope, String topic) {
        LiveStream stream = new LiveStream(scope, topic, this::forget);
        byTopic.compute(topic, (any, open) -> {
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
