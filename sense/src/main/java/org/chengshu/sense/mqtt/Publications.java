package org.chengshu.sense.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Delivery.Mark;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Report;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Heard;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.doors.Verdict;
import org.chengshu.sense.link.Leaving;
import org.chengshu.sense.mqtt.packet.Acks;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.packet.Packets;
import org.chengshu.sense.mqtt.session.Session;
import org.chengshu.sense.quota.Quotas;
import org.chengshu.sense.topics.Topics;
import org.chengshu.sense.topics.Up;

/**
 * What one client publishes, from its bytes to the acknowledgement. On the event loop, except for {@link #committed}, which
 * the intake's writers call: it counts, and one task on the loop answers all that have gathered.
 */
final class Publications {
    static final int MOST_ALIASES = 16;
    private static final int MOST_OPEN = 20_000;
    private static final int MOST_WORK = 64;
    private static final long RETRY_MS = 20;
    private static final long DISK_RETRY_MS = 1_000;
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(1);

    private final MqttConnection connection;
    private final MqttParts parts;
    private final Intake intake;
    private final Session session;
    private final boolean five;
    private final int receiveMaximum;
    private final int lane;
    private final Acks acks = new Acks();
    private final String[] aliases = new String[MOST_ALIASES + 1];
    private final Handler<Void> answer = now -> answer();

    @SuppressWarnings("UnnecessaryLambda") // one for all messages, not one for each
    private final BiConsumer<Receipt, Throwable> committed = (receipt, problem) -> committed(problem);

    private Optional<Offer> blocked = Optional.empty();
    private Future<Void> lastWork = Future.succeededFuture();
    private int works;
    private String lastTopic = "";
    private Up lastUp = new Up.Foreign();

    Publications(
            MqttConnection connection,
            MqttParts parts,
            Intake intake,
            Session session,
            boolean five,
            int receiveMaximum,
            int lane) {
        this.connection = connection;
        this.parts = parts;
        this.intake = intake;
        this.session = session;
        this.five = five;
        this.receiveMaximum = receiveMaximum;
        this.lane = lane;
    }

    /** A delivery on its way to the intake, and what the sender is to be told of it. */
    private record Offer(Delivery delivery, int qos, int packet, Verdict verdict, int bytes, boolean measured) {
        Offer asMeasured() {
            return new Offer(delivery, qos, packet, verdict, bytes, true);
        }
    }

    void hear(MqttPublishMessage message, Peer peer) {
        int qos = message.fixedHeader().qosLevel().value();
        int packet = qos == 0 ? 0 : message.variableHeader().packetId();
        if (message.fixedHeader().isRetain()) {
            connection.end(Leaving.PROTOCOL_ERROR, Codes.RETAIN_NOT_SUPPORTED, "nothing is retained here");
            return;
        }
        Optional<String> topic = topic(message);
        if (topic.isEmpty()) {
            return;
        }
        if (five && qos > 0 && acks.open() >= receiveMaximum) {
            connection.end(
                    Leaving.PROTOCOL_ERROR,
                    Codes.RECEIVE_MAXIMUM_EXCEEDED,
                    "more than " + receiveMaximum + " messages without an acknowledgement");
            return;
        }
        if (qos < 2 || !isKnown(packet)) {
            hear(peer, topic.get(), ByteBufUtil.getBytes(message.payload()), qos, packet);
        }
    }

    private void hear(Peer peer, String topic, byte[] payload, int qos, int packet) {
        if (!topic.equals(lastTopic)) {
            lastUp = Topics.up(topic);
            lastTopic = topic;
        }
        Heard heard = parts.uplink().hear(doorOf(peer), peer, lastUp, topic, payload);
        switch (heard) {
            case Heard.Readings(Delivery delivery, Verdict verdict) ->
                offer(new Offer(delivery.onLane(lane), qos, packet, verdict, payload.length, false));
            case Heard.Work(var work) -> {
                long number = qos > 0 ? acks.afterWork(packet, qos == 2) : -1;
                work(work::get, number);
            }
            case Heard.Presence(KnownDevice device, boolean here) -> {
                connection.isPresent(device, here);
                if (qos > 0) {
                    acks.done(acks.afterWork(packet, qos == 2), Codes.SUCCESS);
                    answer();
                }
            }
        }
    }

    static Door doorOf(Peer peer) {
        return peer instanceof Peer.OneDevice ? Door.MQTT : Door.GATEWAY_MQTT;
    }

    /** The topic by name or alias; empty when the connection ends for it. */
    private Optional<String> topic(MqttPublishMessage message) {
        String name = message.variableHeader().topicName();
        long alias = five ? Greeting.number(message.variableHeader().properties(), MqttProperties.TOPIC_ALIAS, -1) : -1;
        if (alias == 0 || alias > MOST_ALIASES) {
            connection.end(Leaving.PROTOCOL_ERROR, Codes.TOPIC_ALIAS_INVALID, "topic aliases are 1 to " + MOST_ALIASES);
            return Optional.empty();
        }
        if (alias > 0 && !name.isEmpty()) {
            aliases[(int) alias] = name;
        }
        String topic = name.isEmpty() && alias > 0 ? aliases[(int) alias] : name;
        if (topic == null || topic.isEmpty()) {
            connection.end(Leaving.PROTOCOL_ERROR, Codes.PROTOCOL_ERROR, "a message without a topic");
            return Optional.empty();
        }
        return Optional.of(topic);
    }

    /** A message of quality 2 that is sent again is answered again and not taken again. */
    private boolean isKnown(int packet) {
        CompletableFuture<Receipt> pending = session.pending().get(packet);
        if (pending != null) {
            CompletableFuture<Receipt> _ = pending.whenComplete((receipt, problem) -> {
                if (problem == null) {
                    connection.onLoop(now -> sendAck(Packets.PUBREC, packet, Codes.SUCCESS));
                }
            });
            return true;
        }
        if (session.taken().contains(packet)) {
            sendAck(Packets.PUBREC, packet, Codes.SUCCESS);
            return true;
        }
        return false;
    }

    private void offer(Offer offer) {
        Offer measured = offer;
        if (!offer.measured()) {
            switch (measure(offer)) {
                case Quotas.Granted() -> measured = offer.asMeasured();
                case Quotas.Later(Duration comeBack) -> {
                    block(offer, Math.clamp(comeBack.toMillis() + 1, 1, DISK_RETRY_MS));
                    return;
                }
                case Quotas.TooMuch() -> {
                    refuse(offer);
                    return;
                }
            }
        }
        Delivery delivery = marked(measured);
        switch (intake.offer(delivery)) {
            case Intake.Busy(Duration comeBack) ->
                block(measured, comeBack.compareTo(QUEUE_PAUSE) > 0 ? DISK_RETRY_MS : RETRY_MS);
            case Intake.Taken(CompletableFuture<Receipt> receipt) -> await(measured, receipt);
        }
    }

    private Delivery marked(Offer offer) {
        return offer.qos() == 2 && session.isStored() && offer.verdict() == Verdict.TAKEN
                ? offer.delivery().marked(new Mark(session.id(), offer.packet()))
                : offer.delivery();
    }

    private Quotas.Answer measure(Offer offer) {
        Quotas.Answer answer = new Quotas.Granted();
        int share = Math.max(1, offer.delivery().reports().size());
        for (Report report : offer.delivery().reports()) {
            Optional<KnownDevice> device = parts.registry().find(report.device());
            if (device.isPresent()) {
                answer = parts.quotas().take(device.get(), report.values(), offer.bytes() / share);
                if (!(answer instanceof Quotas.Granted)) {
                    return answer;
                }
            }
        }
        return answer;
    }

    /** More than can ever come at once: MQTT 5 says so, before that it can only become a rejection. */
    private void refuse(Offer offer) {
        if (five) {
            parts.refusals().count(offer.delivery().door(), offer.delivery().values());
            if (offer.qos() > 0) {
                acks.done(acks.afterWork(offer.packet(), offer.qos() == 2), Codes.QUOTA_EXCEEDED);
                answer();
            }
            return;
        }
        String device = offer.delivery().reports().isEmpty()
                ? ""
                : offer.delivery().reports().getFirst().device();
        Delivery rejection = parts.deliveries()
                .refused(offer.delivery().door(), device, "more than the device or its product may send at once")
                .onLane(lane);
        offer(new Offer(rejection, offer.qos(), offer.packet(), Verdict.TOO_MUCH, 0, true));
    }

    private void block(Offer offer, long pause_ms) {
        blocked = Optional.of(offer);
        connection.pause(Pause.INTAKE);
        connection.later(pause_ms, this::retry);
    }

    private void retry() {
        Optional<Offer> waits = blocked;
        blocked = Optional.empty();
        waits.ifPresent(this::offer);
        if (blocked.isEmpty()) {
            connection.goOn(Pause.INTAKE);
        }
    }

    private void await(Offer offer, CompletableFuture<Receipt> receipt) {
        if (offer.qos() == 0) {
            return;
        }
        int code = codeOf(offer.verdict());
        acks.afterCommit(offer.packet(), offer.qos() == 2, code);
        if (offer.qos() == 2 && code == Codes.SUCCESS) {
            remember(offer.packet(), receipt);
        }
        CompletableFuture<Receipt> _ = receipt.whenComplete(committed);
        if (acks.open() > MOST_OPEN) {
            connection.pause(Pause.WINDOW);
        }
    }

    private void remember(int packet, CompletableFuture<Receipt> receipt) {
        session.pending().put(packet, receipt);
        CompletableFuture<Receipt> _ = receipt.whenComplete((done, problem) -> {
            if (problem == null) {
                session.taken().add(packet);
            }
            session.pending().remove(packet, receipt);
        });
    }

    private int codeOf(Verdict verdict) {
        if (!five) {
            return Codes.SUCCESS;
        }
        return switch (verdict) {
            case TAKEN -> Codes.SUCCESS;
            case UNREADABLE -> Codes.PAYLOAD_INVALID;
            case NOT_ALLOWED -> Codes.NOT_AUTHORIZED;
            case TOO_MUCH -> Codes.QUOTA_EXCEEDED;
        };
    }

    private void work(java.util.concurrent.Callable<Heard.Done> work, long number) {
        works++;
        if (works >= MOST_WORK) {
            connection.pause(Pause.WORK);
        }
        lastWork = lastWork.transform(before -> connection.blocking(work))
                .onSuccess(done -> workDone(done, number))
                .onFailure(problem ->
                        connection.end(Leaving.LOST, Codes.FIRST_REFUSAL, "the platform could not keep it now"))
                .transform(any -> Future.succeededFuture());
    }

    private void workDone(Heard.Done done, long number) {
        works--;
        done.answers().forEach(message -> connection.send(message.topic(), message.payload()));
        if (number >= 0) {
            acks.done(number, codeOf(done.verdict()));
            answer();
        }
        if (works < MOST_WORK / 2) {
            connection.goOn(Pause.WORK);
        }
    }

    private void committed(Throwable problem) {
        if (problem != null) {
            connection.onLoop(
                    now -> connection.end(Leaving.LOST, Codes.FIRST_REFUSAL, "the platform could not store it now"));
        } else if (acks.committed()) {
            connection.onLoop(answer);
        }
    }

    private void answer() {
        if (connection.isOver()) {
            return;
        }
        ByteBuf out = connection.buffer(acks.mostBytes());
        acks.write(out);
        connection.write(out);
        if (acks.open() < MOST_OPEN / 2) {
            connection.goOn(Pause.WINDOW);
        }
    }

    /** The sender will not send this message again. */
    void release(int packet) {
        if (!session.taken().contains(packet)) {
            sendAck(Packets.PUBCOMP, packet, five ? Codes.PACKET_ID_NOT_FOUND : Codes.SUCCESS);
            return;
        }
        Future<Void> released = session.isStored()
                ? parts.releases().release(new Mark(session.id(), packet))
                : Future.succeededFuture();
        released.onComplete(done -> connection.onLoop(now -> {
            if (done.failed()) {
                connection.end(Leaving.LOST, Codes.FIRST_REFUSAL, "the platform could not note it now");
            } else {
                session.taken().remove(packet);
                sendAck(Packets.PUBCOMP, packet, Codes.SUCCESS);
            }
        }));
    }

    private void sendAck(int type, int packet, int code) {
        if (!connection.isOver()) {
            ByteBuf out = connection.buffer(5);
            Packets.ack(out, type, packet, code);
            connection.write(out);
        }
    }
}
