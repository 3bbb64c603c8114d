package org.chengshu.sense.intake;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.live.Live;
import org.chengshu.sense.Devices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
final class LiveController {
    private final Live live;
    private final Devices devices;

    LiveController(Live live, Devices devices) {
        this.live = live;
        this.devices = devices;
    }

    @GetMapping("/api/sense/v1/devices/live")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    SseEmitter live(@RequestParam("device") Optional<String> device, Viewer viewer) {
        device.ifPresent(code -> devices.get(code, viewer));
        return live.stream(viewer, "sense:read", device.map(LiveReadings::topic).orElse(LiveReadings.TOPIC));
    }
}
