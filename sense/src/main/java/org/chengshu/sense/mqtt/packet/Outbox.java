package org.chengshu.sense.mqtt.packet;

import io.vertx.core.internal.net.NetSocketInternal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * What is published to one client: no more unacknowledged than it allows, no larger than it takes, and only so much
 * waiting. On the event loop only.
 */
public final class Outbox {
    public static final int MOST_WAITING = 1_000;
    private static final int LAST_PACKET = 0xFFFF;
    private static final int HEADER_ROOM = 16;

    private final NetSocketInternal socket;
    private final int receiveMaximum;
    private final long largestPacket;
    private final Map<Integer, IntConsumer> unacknowledged = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int last;

    public Outbox(NetSocketInternal socket, int receiveMaximum, long largestPacket) {
        this.socket = socket;
        this.receiveMaximum = receiveMaximum;
        this.largestPacket = largestPacket;
    }

    private record Waiting(String topic, byte[] payload, int qos) {}

    public boolean fits(String topic, byte[] payload) {
        return topic.length() * 3L + payload.length + HEADER_ROOM <= largestPacket;
    }

    /** How many more may be sent that need an acknowledgement. */
    public int room() {
        return Math.max(0, receiveMaximum - unacknowledged.size());
    }

    /** Numbers for the next packets; they are in use only once something is sent under them. */
    public List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>(count);
        while (numbers.size() < count) {
            last = last == LAST_PACKET ? 1 : last + 1;
            if (!unacknowledged.containsKey(last)) {
                numbers.add(last);
            }
        }
        return numbers;
    }

    public void sendOnce(String topic, byte[] payload) {
        write(topic, payload, 0, 0, false);
    }

    /** Sends under this number; the code of the acknowledgement goes to who waits for it. */
    public void send(String topic, byte[] payload, int packet, boolean again, IntConsumer acknowledged) {
        unacknowledged.put(packet, acknowledged);
        write(topic, payload, 1, packet, again);
    }

    public void send(String topic, byte[] payload, IntConsumer acknowledged) {
        send(topic, payload, numbers(1).getFirst(), false, acknowledged);
    }

    /** Sends when there is room, in order; false when too much waits already. */
    public boolean sendWhenRoom(String topic, byte[] payload, int qos) {
        if (waiting.isEmpty() && mayWrite(qos)) {
            sendNow(topic, payload, qos);
            return true;
        }
        if (waiting.size() >= MOST_WAITING) {
            return false;
        }
        waiting.add(new Waiting(topic, payload, qos));
        return true;
    }

    public boolean someWait() {
        return !waiting.isEmpty();
    }

    public void sendWaiting() {
        while (!waiting.isEmpty() && mayWrite(waiting.peek().qos())) {
            Waiting next = waiting.poll();
            sendNow(next.topic(), next.payload(), next.qos());
        }
    }

    private boolean mayWrite(int qos) {
        return socket.channelHandlerContext().channel().isWritable() && (qos == 0 || room() > 0);
    }

    private void sendNow(String topic, byte[] payload, int qos) {
        if (qos == 0) {
            sendOnce(topic, payload);
        } else {
            send(topic, payload, code -> {});
        }
    }

    /** False when nothing was sent under this number. */
    public boolean acknowledged(int packet, int code) {
        Optional<IntConsumer> waits = Optional.ofNullable(unacknowledged.remove(packet));
        waits.ifPresent(one -> one.accept(code));
        return waits.isPresent();
    }

    private void write(String topic, byte[] payload, int qos, int packet, boolean again) {
        socket.writeMessage(Packets.publish(topic, payload, qos, packet, again));
    }
}
