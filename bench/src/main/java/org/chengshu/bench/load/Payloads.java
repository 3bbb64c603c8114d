package org.chengshu.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Messages made beforehand, in which only the time and the last digit of each value are written anew: those of message n
 * of a device are the same whenever they are asked for. The values walk as those of a station do.
 */
public final class Payloads implements Messages {
    /** The properties, in the order in which a message names them. */
    public static final List<String> NAMES = List.of("pm25", "pm10", "temperature", "humidity", "noise", "wind");

    private static final double[] MIDDLES = {45, 90, 18, 55, 58, 3.2};
    private static final double[] SWINGS = {30, 40, 9, 30, 12, 2.5};
    private static final int[] DECIMALS = {1, 1, 1, 1, 1, 2};
    private static final int WALK = 1024;
    private static final int APART = 37;
    private static final int TIME_DIGITS = 13;
    private static final int DIGITS = 10;
    private static final int BITS_OF_A_DIGIT = 10;
    private static final int MASK = (1 << BITS_OF_A_DIGIT) - 1;

    private final byte[][] templates = new byte[WALK][];
    private final int[][] lastDigits = new int[WALK][];
    private final int timePlace;
    private final int firstValue;
    private final long startMs;
    private final long stepMs;
    private final int longest;

    public Payloads(int values, long startMs, long stepMs) {
        this.startMs = startMs;
        this.stepMs = stepMs;
        Random random = new Random(20_260);
        double[] phases = IntStream.range(0, values)
                .mapToDouble(i -> random.nextDouble() * Math.TAU)
                .toArray();
        int most = 0;
        for (int i = 0; i < WALK; i++) {
            template(i, values, phases);
            most = Math.max(most, templates[i].length);
        }
        this.longest = most;
        this.timePlace = "{\"ts\":".length();
        this.firstValue =
                "{\"ts\":1000000000000,\"values\":{".length() + NAMES.getFirst().length() + 3;
    }

    private void template(int place, int values, double[] phases) {
        StringBuilder text = new StringBuilder("{\"ts\":1000000000000,\"values\":{");
        lastDigits[place] = new int[values];
        for (int i = 0; i < values; i++) {
            double turn = Math.TAU * place / WALK * (i + 1) + phases[i];
            text.append(i == 0 ? "\"" : ",\"").append(NAMES.get(i)).append("\":");
            text.append(String.format(Locale.ROOT, "%." + DECIMALS[i] + "f", MIDDLES[i] + SWINGS[i] * Math.sin(turn)));
            lastDigits[place][i] = text.length() - 1;
        }
        templates[place] = text.append("}}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** What the device of a number is called everywhere in the benches. */
    public static String code(int device) {
        return "bench-%05d".formatted(device);
    }

    @Override
    public String topic() {
        return Plan.TOPIC;
    }

    /** Length of the longest message. */
    @Override
    public int longest() {
        return longest;
    }

    /** Writes the values of a message as the rest of a CSV row, each after a comma; answers where it ends. */
    public int writeRow(int device, long number, byte[] target, int from) {
        int place = place(device, number);
        byte[] template = templates[place];
        long noise = noise(device, number);
        int at = from;
        int begin = firstValue;
        for (int i = 0; i < lastDigits[place].length; i++) {
            int end = lastDigits[place][i];
            target[at++] = ',';
            System.arraycopy(template, begin, target, at, end - begin);
            at += end - begin;
            target[at++] = digit(noise, i);
            begin = end + gap(i + 1);
        }
        return at;
    }

    @Override
    public int write(int device, long number, byte[] target) {
        int place = place(device, number);
        byte[] template = templates[place];
        System.arraycopy(template, 0, target, 0, template.length);
        long time = time(number);
        for (int i = timePlace + TIME_DIGITS - 1; i >= timePlace; i--) {
            target[i] = (byte) ('0' + time % DIGITS);
            time /= DIGITS;
        }
        long noise = noise(device, number);
        for (int i = 0; i < lastDigits[place].length; i++) {
            target[lastDigits[place][i]] = digit(noise, i);
        }
        return template.length;
    }

    /** The time of a message, epoch milliseconds. */
    public long time(long number) {
        return startMs + number * stepMs;
    }

    /** What a message says of a property, as it is written in it. */
    public String value(int device, long number, int property) {
        byte[] message = new byte[longest];
        int length = write(device, number, message);
        String text = new String(message, 0, length, StandardCharsets.US_ASCII);
        int from = text.indexOf("\"" + NAMES.get(property) + "\":")
                + NAMES.get(property).length()
                + 3;
        int comma = text.indexOf(',', from);
        return text.substring(from, comma < 0 ? text.indexOf('}', from) : comma);
    }

    private static byte digit(long noise, int value) {
        return (byte) ('0' + ((((noise >>> (value * BITS_OF_A_DIGIT)) & MASK) * DIGITS) >> BITS_OF_A_DIGIT));
    }

    /** From the last digit of a value to the first of the next: a comma, two quotes and a colon around the name. */
    private static int gap(int value) {
        return value < NAMES.size() ? NAMES.get(value).length() + 5 : 0;
    }

    private static int place(int device, long number) {
        return (int) Math.floorMod(number + (long) device * APART, (long) WALK);
    }

    private static long noise(int device, long number) {
        long mixed = (number * 0x9E3779B97F4A7C15L) ^ ((long) device * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 27);
    }
}
