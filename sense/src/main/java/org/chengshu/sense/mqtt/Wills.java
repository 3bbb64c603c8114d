package org.chengshu.sense.mqtt;

import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Intake;
import org.chengshu.sense.doors.Heard;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.mqtt.session.SessionKey;
import org.chengshu.sense.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last words of lost clients, taken as said when their delay is over and the client has not come back. */
final class Wills {
    private static final Logger LOG = LoggerFactory.getLogger(Wills.class);
    private static final long RETRY_MS = 500;
    private static final int MOST_TRIES = 20;

    private final Vertx vertx;
    private final MqttParts parts;
    private final Intake intake;
    private final Map<SessionKey, Long> waiting = new ConcurrentHashMap<>();

    Wills(Vertx vertx, MqttParts parts, Intake intake) {
        this.vertx = vertx;
        this.parts = parts;
        this.intake = intake;
    }

    void lost(SessionKey key, Will will, Peer peer, long expiry_s) {
        long delay_s = Math.min(will.delay_s(), expiry_s);
        if (delay_s == 0) {
            say(will, peer);
            return;
        }
        long timer = vertx.setTimer(delay_s * 1_000, now -> {
            waiting.remove(key);
            say(will, peer);
        });
        waiting.put(key, timer);
    }

    void cameBack(SessionKey key) {
        Optional.ofNullable(waiting.remove(key)).ifPresent(vertx::cancelTimer);
    }

    private void say(Will will, Peer peer) {
        Heard heard = parts.uplink()
                .hear(Publications.doorOf(peer), peer, Topics.up(will.topic()), will.topic(), will.payload());
        switch (heard) {
            case Heard.Readings(Delivery delivery, var _) -> offer(delivery, MOST_TRIES);
            case Heard.Work(Supplier<Heard.Done> work) ->
                vertx.executeBlocking(work::get, false)
                        .onFailure(problem -> LOG.warn("a will was lost: {}", problem.getMessage()));
            // The log of connections says it already.
            case Heard.Presence presence -> {}
        }
    }

    private void offer(Delivery delivery, int tries) {
        if (intake.offer(delivery) instanceof Intake.Busy) {
            if (tries > 0) {
                vertx.setTimer(RETRY_MS, now -> offer(delivery, tries - 1));
            } else {
                LOG.warn("a will was lost because the intake is busy");
            }
        }
    }
}
