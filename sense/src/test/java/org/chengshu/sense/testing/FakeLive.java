package org.chengshu.sense.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.live.Live;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Live views that nobody watches but the test. */
public final class FakeLive implements Live {
    private final List<String> published = new ArrayList<>();

    public synchronized List<String> published() {
        return List.copyOf(published);
    }

    @Override
    public synchronized void publish(String topic, String areaPath, Optional<String> organisationPath, Object payload) {
        published.add(topic + " " + areaPath + " " + payload);
    }

    @Override
    public synchronized void publishTo(UUID account, String topic, Object payload) {
        published.add(topic + " " + account + " " + payload);
    }

    @Override
    public SseEmitter ownStream(Viewer viewer, String topic) {
        return new SseEmitter();
    }

    @Override
    public SseEmitter stream(Viewer viewer, String permission, String topic) {
        return new SseEmitter();
    }
}
