package org.chengshu.sense.doors;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;

/**
 * One MQTT connection. All of it runs on the connection's event loop except {@link #committed}, which the intake's writer
 * calls: it notes the acknowledgement, and one task on the loop sends all that have gathered, in order.
 */
final class MqttSession {
    private static final long RETRY_MS = 20;
    private static final long DISK_RETRY_MS = 1_000;
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(1);
    private static final int MQTT_3_1 = 3;
    private static final int MQTT_3_1_1 = 4;
    private static final long CONNECT_WITHIN_MS = 30_000;

    private final NetSocketInternal socket;
    private final Vertx vertx;
    private final Context loop = Vertx.currentContext();
    private final Peers peers;
    private final Intake intake;
    private final MqttTopics topics;
    private final Deque<MqttMessage> held = new ArrayDeque<>();
    private final Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sending = new AtomicBoolean();
    private Optional<Peer> peer = Optional.empty();
    private String token = "";
    private boolean waiting;
    private boolean closed;
    private long lastHeard;
    private long watch;

    MqttSession(NetSocketInternal socket, Vertx vertx, Peers peers, Deliveries deliveries, Intake intake) {
        this.socket = socket;
        this.vertx = vertx;
        this.peers = peers;
        this.intake = intake;
        this.topics = new MqttTopics(deliveries);
        this.watch = vertx.setTimer(CONNECT_WITHIN_MS, late -> socket.close());
    }

    void hear(MqttMessage message) {
        lastHeard = System.nanoTime();
        if (message.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            socket.close();
        } else if (waiting) {
            held.add(message);
        } else {
            take(message);
        }
    }

    private void take(MqttMessage message) {
        boolean keep = false;
        try {
            if (message instanceof MqttConnectMessage connect) {
                connect(connect);
            } else if (peer.isEmpty()) {
                socket.close();
            } else {
                keep = message instanceof MqttPublishMessage publish ? !publish(publish) : !control(message);
            }
        } finally {
            if (!keep) {
                ReferenceCountUtil.release(message);
            }
        }
    }

    private void connect(MqttConnectMessage connect) {
        int version = connect.variableHeader().version();
        if (peer.isPresent() || (version != MQTT_3_1 && version != MQTT_3_1_1)) {
            answerConnect(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
            return;
        }
        String name = connect.payload().userName();
        token = name == null ? "" : name;
        int keepAlive = connect.variableHeader().keepAliveTimeSeconds();
        stopReading();
        peers.find(token).onComplete(found -> {
            if (closed) {
                return;
            }
            peer = found.succeeded() ? found.result().filter(MqttSession::mayEnter) : Optional.empty();
            answerConnect(
                    found.failed()
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE
                            : peer.isPresent()
                                    ? MqttConnectReturnCode.CONNECTION_ACCEPTED
                                    : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            if (peer.isPresent()) {
                watchSilence(keepAlive);
                goOn();
            }
        });
    }

    private static boolean mayEnter(Peer peer) {
        return !(peer instanceof Peer.Gateway gateway) || Peers.mayIngest(gateway.viewer());
    }

    private void answerConnect(MqttConnectReturnCode code) {
        socket.writeMessage(MqttMessageBuilders.connAck()
                        .returnCode(code)
                        .sessionPresent(false)
                        .build())
                .onComplete(sent -> {
                    if (code != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
                        socket.close();
                    }
                });
    }

    private void watchSilence(int keepAlive) {
        vertx.cancelTimer(watch);
        if (keepAlive > 0) {
            long longest = keepAlive * 1_500L;
            watch = vertx.setPeriodic(Math.max(1_000, longest / 3), now -> {
                if (!waiting && System.nanoTime() - lastHeard > longest * 1_000_000L) {
                    socket.close();
                }
            });
        }
    }

    /** False when the intake is busy; the message is then held and nothing more is read. */
    private boolean publish(MqttPublishMessage message) {
        MqttQoS qos = message.fixedHeader().qosLevel();
        if (qos == MqttQoS.EXACTLY_ONCE || isVoid()) {
            socket.close();
            return true;
        }
        String topic = message.variableHeader().topicName();
        Delivery delivery = topics.delivery(peer.orElseThrow(), topic, ByteBufUtil.getBytes(message.payload()));
        return switch (intake.offer(delivery)) {
            case Intake.Busy busy -> {
                held.addFirst(message);
                stopReading();
                vertx.setTimer(pauseOf(busy), later -> goOn());
                yield false;
            }
            case Intake.Taken taken -> {
                int id = qos == MqttQoS.AT_LEAST_ONCE ? message.variableHeader().packetId() : 0;
                CompletableFuture<Receipt> _ =
                        taken.receipt().whenComplete((receipt, problem) -> committed(id, problem));
                yield true;
            }
        };
    }

    // A full queue is empty again in no time; a full disk is not.
    private static long pauseOf(Intake.Busy busy) {
        return busy.comeBack().compareTo(QUEUE_PAUSE) > 0 ? DISK_RETRY_MS : RETRY_MS;
    }

    /** A device whose token was replaced has to come again with the new one. */
    private boolean isVoid() {
        return peer.orElseThrow() instanceof Peer.OneDevice
                && peers.findMet(token).isEmpty();
    }

    private void committed(int id, Throwable problem) {
        if (problem != null) {
            loop.runOnContext(now -> socket.close());
        } else if (id > 0) {
            acknowledged.add(id);
            if (sending.compareAndSet(false, true)) {
                loop.runOnContext(now -> sendAcknowledgements());
            }
        }
    }

    private void sendAcknowledgements() {
        sending.set(false);
        for (Integer id = acknowledged.poll(); id != null; id = acknowledged.poll()) {
            if (!closed) {
                socket.writeMessage(MqttMessageBuilders.pubAck().packetId(id).build());
            }
        }
    }

    private boolean control(MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case PINGREQ -> socket.writeMessage(MqttMessage.PINGRESP);
            case SUBSCRIBE -> refuseSubscription((MqttSubscribeMessage) message);
            case UNSUBSCRIBE ->
                socket.writeMessage(MqttMessageBuilders.unsubAck()
                        .packetId(((MqttMessageIdVariableHeader) message.variableHeader()).messageId())
                        .build());
            case PUBACK -> {}
            default -> socket.close();
        }
        return true;
    }

    /** Nothing is published to devices here, and the standard lets a server say so topic by topic. */
    private void refuseSubscription(MqttSubscribeMessage message) {
        MqttMessageBuilders.SubAckBuilder answer =
                MqttMessageBuilders.subAck().packetId(message.variableHeader().messageId());
        message.payload().topicSubscriptions().forEach(topic -> answer.addGrantedQos(MqttQoS.FAILURE));
        socket.writeMessage(answer.build());
    }

    private void stopReading() {
        waiting = true;
        socket.channelHandlerContext().channel().config().setAutoRead(false);
    }

    private void goOn() {
        waiting = false;
        while (!waiting && !closed && !held.isEmpty()) {
            take(held.poll());
        }
        if (!waiting && !closed) {
            lastHeard = System.nanoTime();
            socket.channelHandlerContext().channel().config().setAutoRead(true);
        }
    }

    void closed() {
        closed = true;
        vertx.cancelTimer(watch);
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
