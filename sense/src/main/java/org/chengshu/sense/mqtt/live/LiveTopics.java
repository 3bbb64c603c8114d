package org.chengshu.sense.mqtt.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.DeviceRights;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Peers;
import org.chengshu.sense.topics.TopicFilter;
import org.springframework.stereotype.Component;

/**
 * The topics under which programs hear what devices just said: {@code live/devices/<code>} and, for every area in which
 * the device lies, {@code live/areas/<area>/<code>}.
 */
@Component
public final class LiveTopics {
    private static final String LIVE = "live/";
    private static final String DEVICES = "live/devices/";
    private static final String AREAS = "live/areas/";

    private final Areas areas;
    private final DeviceRegistry registry;

    LiveTopics(Areas areas, DeviceRegistry registry) {
        this.areas = areas;
        this.registry = registry;
    }

    public static boolean isLive(String filter) {
        return filter.startsWith(LIVE);
    }

    /**
     * Whether the program may subscribe: a device or an area that it names must be its own to see; what is named by
     * wildcards is limited to what it sees.
     */
    public boolean may(Viewer viewer, String filter) {
        if (filter.equals(LIVE + "#") || filter.equals(DEVICES + "#") || filter.equals(DEVICES + "+")) {
            return true;
        }
        if (filter.startsWith(DEVICES)) {
            String code = filter.substring(DEVICES.length());
            return registry.find(code)
                    .filter(device -> DeviceRights.sees(viewer, device.device()))
                    .isPresent();
        }
        return mayArea(viewer, filter);
    }

    private boolean mayArea(Viewer viewer, String filter) {
        int slash = filter.indexOf('/', AREAS.length());
        if (!filter.startsWith(AREAS) || slash < 0) {
            return false;
        }
        Optional<Area> area = areas.find(filter.substring(AREAS.length(), slash));
        return area.filter(one -> viewer.may(Peers.READ, one.path())).isPresent();
    }

    /** What a subscription wants, found out once. */
    public Wanted wanted(String filter, int qos) {
        int slash = filter.indexOf('/', AREAS.length());
        boolean named = filter.startsWith(AREAS) && slash > 0;
        Optional<String> area = named ? Optional.of(filter.substring(AREAS.length(), slash)) : Optional.empty();
        return new Wanted(
                new TopicFilter(filter), area, area.flatMap(areas::find).map(Area::path), qos);
    }

    /** Area by code and path, when the filter names one. */
    public record Wanted(TopicFilter filter, Optional<String> area, Optional<String> areaPath, int qos) {
        /** The topics under which the device's news match, one for each way in which it was asked for. */
        public List<String> topics(KnownDevice device) {
            List<String> topics = new ArrayList<>(1);
            if (area.isEmpty()) {
                add(DEVICES + device.code(), topics);
            } else if (areaPath.isPresent() && device.areaPath().startsWith(areaPath.get())) {
                add(AREAS + area.get() + "/" + device.code(), topics);
            }
            return topics;
        }

        private void add(String topic, List<String> topics) {
            if (filter.matches(topic)) {
                topics.add(topic);
            }
        }
    }
}
