package org.chengshu.bench.faults;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.chengshu.bench.NodeProcess;

/** A device on HTTP that sends a value now and then. */
final class HttpProbe {
    private final NodeProcess node;
    private final String token;
    private Instant time;
    private int taken;

    HttpProbe(NodeProcess node, String token, Instant start) {
        this.node = node;
        this.token = token;
        this.time = start;
    }

    HttpResponse<String> send() {
        time = time.plusSeconds(1);
        HttpResponse<String> answer =
                node.asDevice(token, Map.of("ts", time.toEpochMilli(), "values", Map.of("pm25", 40.5)));
        if (answer.statusCode() == 200) {
            taken++;
        }
        return answer;
    }

    /** How many values were taken. */
    int taken() {
        return taken;
    }
}
