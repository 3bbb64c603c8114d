package org.chengshu.sense.intake;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.live.Live;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.codec.Plain;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.wire.Observation;
import org.springframework.stereotype.Component;

/** Tells open screens what was just stored: of each device the newest observation of a batch. */
@Component
final class LiveReadings implements CommittedObservations {
    static final String TOPIC = "reading";

    private final Live live;

    LiveReadings(Live live) {
        this.live = live;
    }

    /** The topic of one device alone. */
    static String topic(String device) {
        return TOPIC + ":" + device;
    }

    @Override
    public void heard(Map<KnownDevice, Observation> newest) {
        newest.forEach((device, seen) -> {
            Map<String, Object> values = new TreeMap<>();
            seen.forEach((property, value) -> values.put(property, Plain.of(value)));
            Seen payload = new Seen(device.code(), seen.time(), values, DeviceStatus.ONLINE.word());
            live.publish(TOPIC, device.device().areaPath(), payload);
            live.publish(topic(device.code()), device.device().areaPath(), payload);
        });
    }

    record Seen(String device, Instant time, Map<String, Object> values, String status) {}
}
