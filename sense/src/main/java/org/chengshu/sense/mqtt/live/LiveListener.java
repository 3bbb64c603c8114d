package org.chengshu.sense.mqtt.live;

import java.util.List;
import java.util.Map;
import org.chengshu.sense.device.KnownDevice;

/** A connection that wants live data. Called on the hub's thread; neither may block. */
public interface LiveListener {
    /** Under which topics, and how, the news of this device are wanted; nothing when it may not see the device. */
    Map<String, Integer> wanted(KnownDevice device);

    void tell(List<News> news);

    /** One message to send. */
    public record News(String topic, byte[] payload, int qos) {}
}
