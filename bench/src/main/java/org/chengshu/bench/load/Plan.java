package org.chengshu.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * What a generator does. One connection for each token; an empty token connects without a user name.
 *
 * @param values how many values a message carries, 1 to 6
 * @param rate messages a second over all connections; 0 means as fast as they are acknowledged
 * @param startMs time of message 0 of every device, epoch milliseconds; message n happened n times {@code stepMs} later
 * @param first number of the first message of every connection
 * @param spread how many devices each connection speaks for as a gateway; 0 for a device of its own
 * @param leastFirst how many messages of each connection must be acknowledged before it counts as warm
 * @param enduring whether a lost connection is made again, and what it had not acknowledged sent again
 */
public record Plan(
        int port,
        List<String> tokens,
        int window,
        int values,
        int rate,
        long warmUpMs,
        long steadyMs,
        long startMs,
        long stepMs,
        long first,
        int spread,
        long leastFirst,
        boolean enduring) {
    public static final String TOPIC = "v1/devices/me/telemetry";

    public Plan {
        tokens = List.copyOf(tokens);
        if (values < 1 || values > Payloads.NAMES.size() || window < 1 || tokens.isEmpty()) {
            throw new IllegalArgumentException("no such load: " + values + " values, window " + window);
        }
    }

    /** The window and the size of message that the figures are taken with. */
    public static Plan of(int port, List<String> tokens, int window, int values) {
        return new Plan(port, tokens, window, values, 0, 5_000, 10_000, 0, 1_000, 0, 0, 0, false);
    }

    public Plan lasting(Duration warmUp, Duration steady) {
        return new Plan(
                port,
                tokens,
                window,
                values,
                rate,
                warmUp.toMillis(),
                steady.toMillis(),
                startMs,
                stepMs,
                first,
                spread,
                leastFirst,
                enduring);
    }

    public Plan at(int messagesPerSecond) {
        return new Plan(
                port,
                tokens,
                window,
                values,
                messagesPerSecond,
                warmUpMs,
                steadyMs,
                startMs,
                stepMs,
                first,
                spread,
                leastFirst,
                enduring);
    }

    public Plan timed(long start, long step, long from) {
        return new Plan(
                port,
                tokens,
                window,
                values,
                rate,
                warmUpMs,
                steadyMs,
                start,
                step,
                from,
                spread,
                leastFirst,
                enduring);
    }

    public Plan endures() {
        return new Plan(
                port,
                tokens,
                window,
                values,
                rate,
                warmUpMs,
                steadyMs,
                startMs,
                stepMs,
                first,
                spread,
                leastFirst,
                true);
    }

    /** The same by gateways: each speaks for so many devices, some of them in each message. */
    public Plan byGateways(int devicesOfEach) {
        return new Plan(
                port,
                tokens,
                window,
                values,
                rate,
                warmUpMs,
                steadyMs,
                startMs,
                stepMs,
                first,
                devicesOfEach,
                devicesOfEach / GatewayMessages.AT_ONCE,
                enduring);
    }

    /** How many observations a message holds. */
    public int observations() {
        return spread == 0 ? 1 : GatewayMessages.AT_ONCE;
    }

    Messages messages() {
        Payloads payloads = new Payloads(values, startMs, stepMs);
        return spread == 0 ? payloads : new GatewayMessages(payloads, tokens.size(), spread);
    }
}
