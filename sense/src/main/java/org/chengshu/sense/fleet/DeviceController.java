package org.chengshu.sense.fleet;

import static org.chengshu.sense.device.DeviceRights.MANAGE;
import static org.chengshu.sense.device.DeviceRights.READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Devices;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceJson;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/sense/v1/devices")
final class DeviceController {
    private static final int MOST_TOKENS = 10_000;

    private final Devices devices;
    private final DeviceFinder finder;

    DeviceController(Devices devices, DeviceFinder finder) {
        this.devices = devices;
        this.finder = finder;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<DeviceItem> list(@ParameterObject @ModelAttribute DeviceFilter filter, Cursor cursor, Viewer viewer) {
        return finder.list(filter, viewer, cursor);
    }

    @GetMapping("/count")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    Map<String, Integer> count(@ParameterObject @ModelAttribute DeviceFilter filter, Viewer viewer) {
        return Map.of("count", finder.count(filter, viewer));
    }

    @GetMapping("/{code}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    ResponseEntity<DeviceItem> get(@PathVariable("code") String code, Viewer viewer) {
        return tagged(finder.get(code, viewer));
    }

    private ResponseEntity<DeviceItem> tagged(DeviceItem item) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(devices.version(item.code())))
                .body(item);
    }

    /** One device, or a list of them. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = MANAGE, audit = "device.registered")
    Object create(@RequestBody JsonNode body, Viewer viewer) {
        if (!body.isArray()) {
            devices.create(List.of(DeviceJson.read(body)), viewer);
            return finder.get(body.path("code").asString(), viewer);
        }
        devices.create(body.valueStream().map(DeviceJson::read).toList(), viewer);
        return Map.of("created", body.size());
    }

    @PutMapping("/{code}")
    @Access(value = MANAGE, audit = "device.changed")
    ResponseEntity<DeviceItem> update(
            @PathVariable("code") String code, @RequestBody JsonNode body, IfMatch ifMatch, Viewer viewer) {
        if (!(body instanceof ObjectNode described)) {
            throw new Fault(SenseError.DEVICE_FAULTY, "a device is described by an object");
        }
        devices.update(DeviceJson.read(described.put("code", code)), ifMatch, viewer);
        return tagged(finder.get(code, viewer));
    }

    @PostMapping("/{code}/token")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = MANAGE, audit = "device.token-issued")
    Map<String, String> token(@PathVariable("code") String code, Viewer viewer) {
        return Map.of("token", devices.issueTokens(List.of(code), viewer).get(code));
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = MANAGE, audit = "device.tokens-issued")
    List<IssuedToken> tokens(@RequestBody TokenOrder order, Viewer viewer) {
        if (order.devices().size() > MOST_TOKENS) {
            throw new Fault(SenseError.DEVICE_FAULTY, "at most " + MOST_TOKENS + " tokens at once");
        }
        List<IssuedToken> issued = new ArrayList<>();
        devices.issueTokens(order.devices(), viewer).forEach((code, token) -> issued.add(new IssuedToken(code, token)));
        return issued;
    }

    record TokenOrder(List<String> devices) {
        TokenOrder {
            devices = devices == null ? List.of() : List.copyOf(devices);
        }
    }

    record IssuedToken(String device, String token) {}
}
