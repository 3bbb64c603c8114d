package org.chengshu.sense.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client of MQTT 5 (or 3.1.1) that sends and reads packet by packet, also such as no library would send. */
public final class RawMqtt implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final int version;
    private final DataInputStream in;
    private final OutputStream out;

    private RawMqtt(Socket socket, int version) throws IOException {
        this.socket = socket;
        this.version = version;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** A packet as it came: the first byte and what follows the length. */
    public record Packet(int first, byte[] body) {
        public int type() {
            return first >> 4;
        }

        public int at(int index) {
            return Byte.toUnsignedInt(body[index]);
        }

        public int number() {
            return at(0) << 8 | at(1);
        }

        /** Of an acknowledgement: 0 when it is left out. */
        public int code() {
            return body.length > 2 ? at(2) : 0;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Of a publication. */
        public String topic() {
            return new String(body, 2, number(), StandardCharsets.UTF_8);
        }

        public boolean again() {
            return (first & 8) != 0;
        }

        public int qos() {
            return first >> 1 & 3;
        }

        public int packet() {
            int at = 2 + number();
            return qos() == 0 ? 0 : at(at) << 8 | at(at + 1);
        }

        /** Of a publication without properties; version 5 has a length of them. */
        public String payload(int version) {
            int at = 2 + number() + (qos() > 0 ? 2 : 0) + (version == 5 ? 1 : 0);
            return new String(body, at, body.length - at, StandardCharsets.UTF_8);
        }
    }

    public static RawMqtt open(int port, int version) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            return new RawMqtt(socket, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects as MQTT 5 and returns the CONNACK's packet; more properties are given as bytes. */
    public Packet connect(String client, String token, boolean clean, int keepAlive, int... properties) {
        return connect(client, token, clean, keepAlive, 0, new byte[0], properties);
    }

    public Packet connect(
            String client, String token, boolean clean, int keepAlive, int willFlags, byte[] will, int... properties) {
        Bytes body = new Bytes().text("MQTT").put(version);
        body.put(0x80 | (clean ? 2 : 0) | willFlags).number(keepAlive);
        if (version == 5) {
            body.put(properties.length).put(properties);
        }
        body.text(client).put(will).text(token);
        send(0x10, body.bytes());
        return read();
    }

    /** A will for {@link #connect}, with the flags 0x04 and more. */
    public byte[] will(String topic, String message) {
        Bytes will = new Bytes();
        if (version == 5) {
            will.put(0);
        }
        return will.text(topic).text(message).bytes();
    }

    public void publish(String topic, String payload, int qos, int packet, int... properties) {
        publish(0x30 | qos << 1, topic, payload, packet, properties);
    }

    public void publish(int first, String topic, String payload, int packet, int... properties) {
        Bytes body = new Bytes().text(topic);
        if ((first >> 1 & 3) > 0) {
            body.number(packet);
        }
        if (version == 5) {
            body.put(properties.length).put(properties);
        }
        send(first, body.put(payload.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    public void subscribe(int packet, String filter, int qos) {
        Bytes body = new Bytes().number(packet);
        if (version == 5) {
            body.put(0);
        }
        send(0x82, body.text(filter).put(qos).bytes());
    }

    /** Subscribes and returns the code; what is published meanwhile is not expected. */
    public int subscribed(String filter, int qos) {
        subscribe(9, filter, qos);
        Packet answer = read();
        return answer.at(answer.body().length - 1);
    }

    public void acknowledge(int packet) {
        send(0x40, new Bytes().number(packet).bytes());
    }

    public void release(int packet) {
        send(0x62, new Bytes().number(packet).bytes());
    }

    public void send(int first, byte[] body) {
        Bytes packet = new Bytes().put(first);
        int left = body.length;
        do {
            packet.put(left > 127 ? (left & 127) | 128 : left);
            left >>= 7;
        } while (left > 0);
        raw(packet.put(body).bytes());
    }

    public void raw(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Packet read() {
        try {
            int first = in.readUnsignedByte();
            int length = 0;
            int shift = 0;
            int part;
            do {
                part = in.readUnsignedByte();
                length |= (part & 127) << shift;
                shift += 7;
            } while (part > 127);
            byte[] body = new byte[length];
            in.readFully(body);
            return new Packet(first, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side has hung up, once everything that it sent is read. */
    public boolean isClosed() {
        try {
            while (true) {
                if (in.read() < 0) {
                    return true;
                }
            }
        } catch (EOFException | SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Breaks the connection without a word. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void goodbye() {
        send(0xE0, new byte[0]);
        isClosed();
        close();
    }

    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes put(int... values) {
            Arrays.stream(values).forEach(out::write);
            return this;
        }

        Bytes put(byte[] values) {
            out.writeBytes(values);
            return this;
        }

        Bytes number(int value) {
            return put(value >> 8 & 255, value & 255);
        }

        Bytes text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return number(bytes.length).put(bytes);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
