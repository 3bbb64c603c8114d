package org.chengshu.sense.testing;

import java.util.ArrayList;
import java.util.List;
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
    public synchronized void publish(String topic, String areaPath, Object payload) {
        published.add(topic + " " + areaPath + " " + payload);
    }

    @Override
    public SseEmitter stream(Viewer viewer, String topic) {
        return new SseEmitter();
    }
}
