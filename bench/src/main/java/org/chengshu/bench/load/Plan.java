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
        return new Plan(port, tokens, window, values, 0, 5_000, 10_000, 0, 1_000, 0, false);
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
                enduring);
    }

    public Plan at(int messagesPerSecond) {
        return new Plan(
                port, tokens, window, values, messagesPerSecond, warmUpMs, steadyMs, startMs, stepMs, first, enduring);
    }

    public Plan timed(long start, long step, long from) {
        return new Plan(port, tokens, window, values, rate, warmUpMs, steadyMs, start, step, from, enduring);
    }

    public Plan endures() {
        return new Plan(port, tokens, window, values, rate, warmUpMs, steadyMs, startMs, stepMs, first, true);
    }
}
