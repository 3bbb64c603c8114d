package org.chengshu.sense.fleet;

import static org.chengshu.sense.device.DeviceRights.MANAGE;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

@RestController
final class EditController {
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_NAMED = 10_000;

    private final DeviceEdits edits;
    private final Jobs jobs;
    private final JobKind<DeviceEdits.Input> kind;

    EditController(DeviceEdits edits, Jobs jobs, JobKind<DeviceEdits.Input> kind) {
        this.edits = edits;
        this.jobs = jobs;
        this.kind = kind;
    }

    /** Changes the devices that are named, or all that a filter finds; of more than a thousand a job does. */
    @PostMapping("/api/sense/v1/device-edits")
    @Access(value = MANAGE, audit = "devices.changed")
    EditReport edit(
            @RequestBody Order order, @RequestParam(name = "dry", defaultValue = "false") boolean dry, Viewer viewer) {
        DeviceEdits.Input input = new DeviceEdits.Input(order.devices(), order.filter(), order.change());
        new DeviceChange(input.change());
        int matched = edits.meant(input, viewer).length;
        if (matched <= MOST_AT_ONCE || dry) {
            return edits.apply(input, dry, viewer);
        }
        Text title = Text.of("修改 " + matched + " 台设备", "Change " + matched + " devices");
        return EditReport.started(
                matched, jobs.queue(JobOrder.of(kind, title, input, viewer)).id());
    }

    record Order(List<String> devices, Optional<DeviceFilter> filter, JsonNode change) {
        Order {
            devices = devices == null ? List.of() : List.copyOf(devices);
            filter = filter == null ? Optional.empty() : filter;
            change = change == null ? NullNode.getInstance() : change;
            if (devices.isEmpty() == filter.isEmpty()) {
                throw new Fault(CoreError.BAD_REQUEST, "name either devices or a filter");
            }
            if (devices.size() > MOST_NAMED) {
                throw new Fault(
                        CoreError.BAD_REQUEST, "at most " + MOST_NAMED + " devices by name; use a filter for more");
            }
        }
    }
}
