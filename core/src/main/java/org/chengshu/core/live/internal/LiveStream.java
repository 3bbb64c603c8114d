package org.chengshu.core.live.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client of one topic. Its own thread writes, so that nobody waits for a slow one; a full queue ends the stream. */
final class LiveStream {
    static final int QUEUE = 512;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    // Sessions and tokens are looked at when a stream is opened, so none stays open for ever; browsers reconnect.
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final MediaType UTF_8_TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final UUID account;
    private final Optional<String> permission;
    private final Scope scope;
    private final String topic;
    private final String eventName;
    private final Consumer<LiveStream> gone;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile Thread writer;
    private volatile boolean closed;

    /** @param permission empty for what is told to the viewer alone */
    LiveStream(Viewer viewer, Optional<String> permission, String topic, Consumer<LiveStream> gone) {
        this.account = viewer.accountId();
        this.permission = permission;
        this.scope = permission.map(viewer::scope).orElse(Scope.everywhere());
        this.topic = topic;
        int colon = topic.indexOf(':');
        this.eventName = colon < 0 ? topic : topic.substring(0, colon);
        this.gone = gone;
    }

    UUID account() {
        return account;
    }

    /** Whether somebody who holds these rights now may go on listening. */
    boolean isStillDueTo(Viewer now) {
        return permission.map(right -> now.scope(right).covers(scope)).orElse(true);
    }

    Scope scope() {
        return scope;
    }

    String topic() {
        return topic;
    }

    SseEmitter open() {
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(any -> close());
        writer = Thread.ofVirtual().name("live-" + topic).start(this::write);
        return emitter;
    }

    void offer(String text) {
        if (!queue.offer(text)) {
            close();
        }
    }

    void close() {
        closed = true;
        gone.accept(this);
        Thread writing = writer;
        if (writing != null) {
            writing.interrupt();
        }
    }

    private void write() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!closed && System.nanoTime() < end) {
                String text = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                emitter.send(text == null ? SseEmitter.event().comment("") : message(text));
            }
            emitter.complete();
        } catch (InterruptedException e) {
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The client went away; the servlet container ends the request by itself.
            closed = true;
        } finally {
            gone.accept(this);
        }
    }

    private SseEmitter.SseEventBuilder message(String text) {
        return SseEmitter.event().name(eventName).data(text, UTF_8_TEXT);
    }
}
