package org.chengshu.bench.load;

import java.nio.charset.StandardCharsets;

/** Messages of gateways: each has devices of its own and reports some of them at a time, in turn. */
final class GatewayMessages implements Messages {
    static final int AT_ONCE = 20;
    private static final String TOPIC = "v1/gateway/telemetry";
    private static final int AROUND = 4;

    private final Payloads payloads;
    private final int spread;
    private final byte[] one;
    private final byte[][] codes;

    GatewayMessages(Payloads payloads, int connections, int spread) {
        this.payloads = payloads;
        this.spread = spread;
        this.one = new byte[payloads.longest()];
        this.codes = new byte[connections * spread][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = ("\"" + Payloads.code(i) + "\":").getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public int longest() {
        return AT_ONCE * (codes[0].length + payloads.longest() + AROUND) + AROUND;
    }

    @Override
    public int write(int connection, long number, byte[] target) {
        int length = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            long turn = number * AT_ONCE + i;
            int device = connection * spread + (int) (turn % spread);
            target[length++] = (byte) (i == 0 ? '{' : ',');
            System.arraycopy(codes[device], 0, target, length, codes[device].length);
            length += codes[device].length;
            int size = payloads.write(device, turn / spread, one);
            System.arraycopy(one, 0, target, length, size);
            length += size;
        }
        target[length++] = '}';
        return length;
    }
}
