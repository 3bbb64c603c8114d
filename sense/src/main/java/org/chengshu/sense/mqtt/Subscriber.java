package org.chengshu.sense.mqtt;

import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.Viewer;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.doors.Peers;
import org.chengshu.sense.link.Leaving;
import org.chengshu.sense.mqtt.live.LiveListener;
import org.chengshu.sense.mqtt.live.LiveTopics;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.packet.Outbox;
import org.chengshu.sense.mqtt.packet.Packets;
import org.chengshu.sense.mqtt.session.Session;

/** The subscriptions of one client, and the live data it gets for them. On the event loop where nothing else is said. */
final class Subscriber implements LiveListener {
    private static final int MOST_ON_THE_WAY = 10_000;
    private static final long TRY_AGAIN_MS = 50;

    private final MqttConnection connection;
    private final MqttParts parts;
    private final Session session;
    private final Outbox outbox;
    private final boolean five;
    private final AtomicInteger onTheWay = new AtomicInteger();
    private volatile Optional<Viewer> viewer;
    private volatile List<LiveTopics.Wanted> live = List.of();
    private boolean timed;

    Subscriber(MqttConnection connection, MqttParts parts, Session session, Outbox outbox, boolean five, Peer peer) {
        this.connection = connection;
        this.parts = parts;
        this.session = session;
        this.outbox = outbox;
        this.five = five;
        this.viewer = viewerOf(peer);
    }

    private static Optional<Viewer> viewerOf(Peer peer) {
        return peer instanceof Peer.Gateway(Viewer program) ? Optional.of(program) : Optional.empty();
    }

    void subscribe(MqttSubscribeMessage message, Peer peer) {
        if (five && hasNumber(message.idAndPropertiesVariableHeader())) {
            connection.end(
                    Leaving.PROTOCOL_ERROR,
                    Codes.SUBSCRIPTION_IDS_NOT_SUPPORTED,
                    "subscription identifiers are not offered here");
            return;
        }
        int packet = message.variableHeader().messageId();
        List<MqttTopicSubscription> wanted = List.copyOf(message.payload().topicSubscriptions());
        connection.pause(Pause.SUBSCRIBING);
        connection.blocking(() -> grant(wanted, peer)).onComplete(granted -> {
            if (granted.failed()) {
                connection.end(Leaving.LOST, Codes.FIRST_REFUSAL, "the platform could not note it now");
                return;
            }
            connection.write(Packets.subAck(packet, granted.result()));
            connection.subscribed();
            connection.goOn(Pause.SUBSCRIBING);
        });
    }

    private static boolean hasNumber(MqttMessageIdAndPropertiesVariableHeader header) {
        return header.properties().getProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER) != null;
    }

    private List<Integer> grant(List<MqttTopicSubscription> wanted, Peer peer) {
        List<Integer> codes = new ArrayList<>(wanted.size());
        for (MqttTopicSubscription one : wanted) {
            String filter = Optional.ofNullable(one.topicFilter()).orElse("");
            int others = session.subscriptions().containsKey(filter)
                    ? 0
                    : session.subscriptions().size();
            int code = parts.grants().grant(peer, filter, one.qualityOfService().value(), others);
            if (code < Codes.FIRST_REFUSAL) {
                session.subscriptions().put(filter, code);
            }
            codes.add(five || code < Codes.FIRST_REFUSAL ? code : Codes.FAILURE_3);
        }
        parts.sessions().subscribed(session);
        look();
        return codes;
    }

    void unsubscribe(MqttUnsubscribeMessage message) {
        List<Integer> codes = new ArrayList<>();
        for (String filter : message.payload().topics()) {
            boolean was = session.subscriptions().remove(filter) != null;
            codes.add(was ? Codes.SUCCESS : Codes.NO_SUBSCRIPTION_EXISTED);
        }
        int packet = message.variableHeader().messageId();
        connection.pause(Pause.SUBSCRIBING);
        connection
                .blocking(() -> {
                    parts.sessions().subscribed(session);
                    look();
                    return true;
                })
                .onComplete(done -> {
                    if (done.failed()) {
                        connection.end(Leaving.LOST, Codes.FIRST_REFUSAL, "the platform could not note it now");
                        return;
                    }
                    connection.write(Packets.unsubAck(packet, codes));
                    connection.goOn(Pause.SUBSCRIBING);
                });
    }

    /** Finds out anew which live data are wanted. May block. */
    void look() {
        live = session.subscriptions().entrySet().stream()
                .filter(entry -> LiveTopics.isLive(entry.getKey()))
                .map(entry -> parts.liveTopics().wanted(entry.getKey(), entry.getValue()))
                .toList();
        if (live.isEmpty()) {
            parts.hub().remove(this);
        } else {
            parts.hub().add(this);
        }
    }

    /** The program's rights are these from now on. */
    void mayNow(Peer peer) {
        viewer = viewerOf(peer);
    }

    void leave() {
        parts.hub().remove(this);
    }

    @Override
    public Map<String, Integer> wanted(KnownDevice device) {
        boolean sees = viewer.filter(program -> program.may(Peers.READ, device.areaPath()))
                .isPresent();
        if (!sees) {
            return Map.of();
        }
        Map<String, Integer> topics = new HashMap<>();
        for (LiveTopics.Wanted one : live) {
            one.topics(device).forEach(topic -> topics.merge(topic, one.qos(), Math::max));
        }
        return topics;
    }

    @Override
    public void tell(List<News> news) {
        if (onTheWay.addAndGet(news.size()) > MOST_ON_THE_WAY) {
            connection.onLoop(now -> tooSlow());
        } else {
            connection.onLoop(now -> send(news));
        }
    }

    private void send(List<News> news) {
        onTheWay.addAndGet(-news.size());
        for (News one : news) {
            if (connection.isOver()) {
                return;
            }
            if (outbox.fits(one.topic(), one.payload())
                    && !outbox.sendWhenRoom(one.topic(), one.payload(), one.qos())) {
                tooSlow();
            }
        }
        sendWaitingSoon();
    }

    private void sendWaitingSoon() {
        if (outbox.someWait() && !timed) {
            timed = true;
            connection.later(TRY_AGAIN_MS, () -> {
                timed = false;
                outbox.sendWaiting();
                sendWaitingSoon();
            });
        }
    }

    private void tooSlow() {
        connection.end(Leaving.SLOW, Codes.QUOTA_EXCEEDED, "it does not take live data as fast as they come");
    }
}
