package org.chengshu.sense.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.chengshu.sense.doors.DoorContract.Sent;

/** Writes what is sent as the messages of devices and gateways. */
public final class Messages {
    private Messages() {}

    public static String ofDevice(List<Sent> values) {
        return write("", values);
    }

    public static String ofGateway(String device, List<Sent> values) {
        return write("\"device\":\"" + device + "\",", values);
    }

    private static String write(String before, List<Sent> values) {
        Map<Instant, StringJoiner> moments = new LinkedHashMap<>();
        for (Sent sent : values) {
            moments.computeIfAbsent(sent.time(), time -> new StringJoiner(",", "{", "}"))
                    .add("\"" + sent.property() + "\":" + sent.raw());
        }
        StringJoiner message = new StringJoiner(",", "[", "]");
        moments.forEach((time, one) ->
                message.add("{" + before + "\"ts\":" + time.toEpochMilli() + ",\"values\":" + one + "}"));
        return message.toString();
    }
}
