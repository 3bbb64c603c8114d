package org.chengshu.sense.ledger;

import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Devices;
import org.chengshu.sense.SenseError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sense/v1")
final class LedgerController {
    private final LedgerReader ledger;
    private final Devices devices;

    LedgerController(LedgerReader ledger, Devices devices) {
        this.ledger = ledger;
        this.devices = devices;
    }

    @GetMapping("/counters")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "sums over whole doors, of nobody in particular")
    Map<String, List<DoorCounter>> counters() {
        return Map.of("items", ledger.counters());
    }

    @GetMapping("/devices/{code}/rejections")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    RejectionPage ofDevice(@PathVariable("code") String code, Cursor cursor, Viewer viewer) {
        devices.get(code, viewer);
        return ledger.rejections(code, cursor);
    }

    /** What named no known device; nobody's area, so for those who see the whole city. */
    @GetMapping("/rejections")
    @Access(value = "sense:manage", audit = Access.NOT_AUDITED, reach = Access.Reach.CITY)
    RejectionPage ofNobody(Cursor cursor, Viewer viewer) {
        if (!viewer.scope("sense:manage").isEverywhere()) {
            throw new Fault(SenseError.DEVICE_NOT_FOUND, "only for those who see the whole city");
        }
        return ledger.rejections(Ledger.NOBODY, cursor);
    }
}
