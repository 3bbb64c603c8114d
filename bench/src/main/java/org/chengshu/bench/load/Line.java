package org.chengshu.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection, one device. Its messages are numbered; those below {@link #acknowledged} are acknowledged. */
final class Line {
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBACK = 0x40;
    private static final int DISCONNECT = 0xE0;
    private static final int PACKET_IDS = 65_535;
    private static final int ANSWER_LENGTH = 4;
    private static final int MOST_HEAD = 5 + 2 + 2;

    private final int device;
    private final Plan plan;
    private final Messages messages;
    private final byte[] topic;
    private final Watch watch;
    private final byte[] scratch;
    private final ByteBuffer out;
    private final long[] sentAt;
    private final byte[] answer = new byte[ANSWER_LENGTH];
    private int answered;
    private SocketChannel channel;
    private SelectionKey key;
    private boolean open;
    private long next;
    private long sent;
    private long acknowledged;
    private long owed;

    Line(int device, Plan plan, Messages messages, Watch watch) {
        this.device = device;
        this.plan = plan;
        this.messages = messages;
        this.topic = messages.topic().getBytes(StandardCharsets.US_ASCII);
        this.watch = watch;
        this.scratch = new byte[messages.longest()];
        this.out = ByteBuffer.allocateDirect(
                Math.max(1_024, plan.window() * (messages.longest() + topic.length + MOST_HEAD)));
        this.sentAt = new long[plan.window()];
        this.next = plan.first();
        this.sent = next;
        this.acknowledged = next;
    }

    void connect(Selector selector) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.port()));
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
        open = false;
        answered = 0;
        next = acknowledged;
        out.clear();
        greet(plan.tokens().get(device));
        flush();
    }

    private void greet(String token) {
        byte[] user = token.getBytes(StandardCharsets.US_ASCII);
        byte[] name = ("bench-" + device).getBytes(StandardCharsets.US_ASCII);
        int length = 10 + 2 + name.length + (user.length == 0 ? 0 : 2 + user.length);
        out.put((byte) CONNECT);
        putLength(length);
        out.putShort((short) 4).put(new byte[] {'M', 'Q', 'T', 'T', 4});
        out.put((byte) (user.length == 0 ? 0x02 : 0x82)).putShort((short) 0);
        out.putShort((short) name.length).put(name);
        if (user.length > 0) {
            out.putShort((short) user.length).put(user);
        }
    }

    private void putLength(int length) {
        int rest = length;
        while (rest > 127) {
            out.put((byte) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /** Takes what came in. */
    void read(ByteBuffer in, long now) throws IOException {
        in.clear();
        int got = channel.read(in);
        if (got < 0) {
            throw new IOException("closed by the other side");
        }
        in.flip();
        while (in.hasRemaining()) {
            answer[answered++] = in.get();
            if (answered == ANSWER_LENGTH) {
                answered = 0;
                hear(now);
            }
        }
    }

    private void hear(long now) throws IOException {
        int kind = answer[0] & 0xF0;
        if (kind == CONNACK) {
            if (answer[3] != 0) {
                throw new IOException("refused with return code " + answer[3]);
            }
            open = true;
        } else if (kind == PUBACK) {
            int id = ((answer[2] & 0xFF) << 8) | (answer[3] & 0xFF);
            watch.acknowledged(now - sentAt[(int) (acknowledged % sentAt.length)], id == packetId(acknowledged));
            acknowledged++;
        } else {
            throw new IOException("an answer of the unknown kind " + kind);
        }
    }

    private static int packetId(long number) {
        return (int) (number % PACKET_IDS) + 1;
    }

    /** One more message may go; for a load at a rate of its own. */
    void owe() {
        owed++;
    }

    /** Sends what the window, and the rate if there is one, allow. */
    void pump(long now, boolean going) throws IOException {
        if (!open) {
            return;
        }
        boolean more = out.position() > 0;
        while (next - acknowledged < plan.window() && mayPublish(going)) {
            publish(now);
            more = true;
        }
        if (more) {
            flush();
        }
    }

    // What was sent before the connection broke goes again whatever the rate.
    private boolean mayPublish(boolean going) {
        if (next < sent) {
            return true;
        }
        if (!going || (plan.rate() > 0 && owed == 0)) {
            return false;
        }
        owed--;
        return true;
    }

    private void publish(long now) {
        int length = messages.write(device, next, scratch);
        out.put((byte) PUBLISH_QOS_1);
        putLength(2 + topic.length + 2 + length);
        out.putShort((short) topic.length).put(topic).putShort((short) packetId(next));
        out.put(scratch, 0, length);
        sentAt[(int) (next % sentAt.length)] = now;
        next++;
        sent = Math.max(sent, next);
    }

    private void flush() throws IOException {
        out.flip();
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        out.compact();
    }

    void bye() {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) DISCONNECT, 0}));
        } catch (IOException e) {
            // It is being left anyway.
        }
        drop();
    }

    void drop() {
        open = false;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }

    boolean isOpen() {
        return open;
    }

    boolean isDone() {
        return acknowledged == sent;
    }

    long acknowledged() {
        return acknowledged;
    }

    long sent() {
        return sent;
    }
}
