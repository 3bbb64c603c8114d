package org.chengshu.sense.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Groups;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.device.DevicePlacing;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.DeviceRights;
import org.chengshu.sense.device.DeviceWriter;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes many devices alike; each that cannot be changed so is skipped with the reason, the others are changed. */
@Component
final class DeviceEdits {
    private static final int AT_ONCE = 1_000;

    private final DeviceRegistry registry;
    private final DevicePlacing placing;
    private final DeviceWriter writer;
    private final Areas areas;
    private final Groups groups;
    private final Transactions transactions;
    private final ObjectProvider<Accounts> accounts;
    private final JsonMapper json;

    DeviceEdits(
            DeviceRegistry registry,
            DevicePlacing placing,
            DeviceWriter writer,
            Areas areas,
            Groups groups,
            Transactions transactions,
            ObjectProvider<Accounts> accounts,
            JsonMapper json) {
        this.registry = registry;
        this.placing = placing;
        this.writer = writer;
        this.areas = areas;
        this.groups = groups;
        this.transactions = transactions;
        this.accounts = accounts;
        this.json = json;
    }

    record Input(List<String> devices, Optional<DeviceFilter> filter, JsonNode change) {}

    record Checkpoint(int next, EditReport report) {}

    @Configuration(proxyBeanMethods = false)
    static class Kind {
        @Bean
        JobKind<Input> deviceEditKind(DeviceEdits edits) {
            return JobKind.of("sense.devices-edit", Text.of("批量修改设备", "Change devices"), Input.class, edits::run)
                    .within(Duration.ofHours(4));
        }
    }

    /** The numbers of the devices that are meant and may be changed, ascending. */
    int[] meant(Input input, Viewer viewer) {
        if (input.filter().isEmpty()) {
            return input.devices().stream()
                    .distinct()
                    .flatMap(code -> registry.findAny(code).stream())
                    .filter(device -> viewer.may(DeviceRights.MANAGE, device.areaPath()))
                    .mapToInt(KnownDevice::id)
                    .sorted()
                    .toArray();
        }
        return registry.matching(input.filter().get().query(areas, groups), viewer.scope(DeviceRights.MANAGE)).stream()
                .toArray();
    }

    /** At once, in one transaction; when it is only asked what would happen nothing is stored. */
    EditReport apply(Input input, boolean dry, Viewer viewer) {
        EditReport.Tally tally = new EditReport.Tally(Optional.empty());
        absent(input, viewer, tally);
        List<Device> changed = new ArrayList<>();
        DeviceChange change = new DeviceChange(input.change());
        for (int id : meant(input, viewer)) {
            change(id, change, viewer, tally, changed::add);
        }
        if (!dry && !changed.isEmpty()) {
            writer.put(changed);
        }
        return tally.report();
    }

    private void absent(Input input, Viewer viewer, EditReport.Tally tally) {
        if (input.filter().isEmpty()) {
            input.devices().stream()
                    .distinct()
                    .filter(code -> registry.findAny(code)
                            .filter(device -> viewer.may(DeviceRights.MANAGE, device.areaPath()))
                            .isEmpty())
                    .forEach(code -> tally.skip(
                            code, List.of(new PlacedFault("/code", Text.of("没有此设备", "there is no such device")))));
        }
    }

    private void change(int id, DeviceChange change, Viewer viewer, EditReport.Tally tally, Consumer<Device> to) {
        Device before = registry.findAny(id).orElseThrow().device();
        List<PlacedFault> faults = new ArrayList<>();
        try {
            NewDevice wanted = change.of(before);
            Device after = placing.place(wanted, "", viewer, faults);
            if (!faults.isEmpty()) {
                tally.skip(before.code(), faults);
            } else if (after.equals(before)) {
                tally.unchanged();
            } else {
                tally.changed();
                to.accept(after);
            }
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            tally.skip(before.code(), List.of(new PlacedFault("", Text.of(why, why))));
        }
    }

    private JsonNode run(Input input, JobRun run) {
        Viewer viewer = viewer(run);
        DeviceChange change = new DeviceChange(input.change());
        Optional<Checkpoint> from = run.checkpoint(Checkpoint.class);
        int first = from.map(Checkpoint::next).orElse(0);
        EditReport.Tally tally = new EditReport.Tally(from.map(Checkpoint::report));
        if (from.isEmpty()) {
            absent(input, viewer, tally);
        }
        int[] ids = meant(input, viewer);
        List<Device> batch = new ArrayList<>();
        for (int i = 0; i < ids.length && !run.cancelled(); i++) {
            if (ids[i] >= first) {
                change(ids[i], change, viewer, tally, batch::add);
            }
            if (batch.size() == AT_ONCE || i == ids.length - 1) {
                store(batch, new Checkpoint(ids[i] + 1, tally.report()), run);
                run.at(i + 1L, ids.length, Text.of("已处理 " + (i + 1) + " 台", (i + 1) + " devices done"));
            }
        }
        return json.valueToTree(tally.report());
    }

    private void store(List<Device> batch, Checkpoint checkpoint, JobRun run) {
        transactions.run(() -> {
            if (!batch.isEmpty()) {
                writer.put(batch);
            }
            run.keep(checkpoint);
        });
        batch.clear();
    }

    private Viewer viewer(JobRun run) {
        Viewer system = Viewer.system();
        return run.startedBy().equals(system.accountId())
                ? system
                : accounts.getObject().viewerOf(run.startedBy());
    }
}
