package org.chengshu.sense.twin;

import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.live.Live;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Devices;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

@RestController
final class TwinController {
    private static final String PATH = "/api/sense/v1/devices/{code}/state";
    private static final String READ = "sense:read";
    private static final String DESIRE = "sense:command";

    private final TwinDesk desk;
    private final Devices devices;
    private final DeviceRegistry registry;
    private final Live live;

    TwinController(TwinDesk desk, Devices devices, DeviceRegistry registry, Live live) {
        this.desk = desk;
        this.devices = devices;
        this.registry = registry;
        this.live = live;
    }

    @GetMapping(PATH)
    @Access(value = READ, audit = Access.NOT_AUDITED)
    ResponseEntity<TwinView> get(@PathVariable("code") String code, Viewer viewer) {
        return answer(desk.get(seen(code, viewer)));
    }

    /** Changes what is wanted; a null takes a wish away. */
    @PatchMapping(PATH)
    @Access(value = DESIRE, audit = "device.state-desired")
    ResponseEntity<TwinView> desire(
            @PathVariable("code") String code, @RequestBody JsonNode body, IfMatch version, Viewer viewer) {
        KnownDevice device = registry.find(code)
                .filter(known -> viewer.may(DESIRE, known.device().areaPath()))
                .orElseThrow(() -> new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code));
        return answer(desk.desire(device, body, version, viewer));
    }

    @GetMapping(PATH + "/live")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    SseEmitter live(@PathVariable("code") String code, Viewer viewer) {
        seen(code, viewer);
        return live.stream(viewer, READ, TwinDesk.topic(code));
    }

    private static ResponseEntity<TwinView> answer(TwinView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    private KnownDevice seen(String code, Viewer viewer) {
        devices.get(code, viewer);
        return registry.find(code).orElseThrow();
    }
}
