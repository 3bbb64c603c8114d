package org.chengshu.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One device that sends one message at a time and waits until it is acknowledged. For one thread. */
public final class ProbeDevice implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBACK = 0x40;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private ProbeDevice(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    public static ProbeDevice connect(int port, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        ProbeDevice probe = new ProbeDevice(socket);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(body);
        fields.writeUTF("MQTT");
        fields.write(new byte[] {4, (byte) 0x82, 0, 0});
        fields.writeUTF("probe-" + token.hashCode());
        fields.writeUTF(token);
        probe.send(CONNECT, body.toByteArray());
        probe.expect(CONNACK);
        return probe;
    }

    /** Sends it and does not wait. */
    public void publish(String json) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(body);
        fields.writeUTF(Plan.TOPIC);
        fields.writeShort(1);
        fields.write(json.getBytes(StandardCharsets.UTF_8));
        send(PUBLISH_QOS_1, body.toByteArray());
    }

    public void awaitAcknowledgement() throws IOException {
        expect(PUBACK);
    }

    private void send(int kind, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(kind);
        for (int rest = body.length; ; rest >>>= 7) {
            packet.write(rest > 127 ? (rest & 127) | 128 : rest);
            if (rest <= 127) {
                break;
            }
        }
        packet.write(body);
        out.write(packet.toByteArray());
        out.flush();
    }

    private void expect(int kind) throws IOException {
        byte[] answer = in.readNBytes(4);
        if (answer.length < 4 || (answer[0] & 0xF0) != kind || (kind == CONNACK && answer[3] != 0)) {
            throw new IOException("expected an answer of kind " + kind + ", got " + java.util.Arrays.toString(answer));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
