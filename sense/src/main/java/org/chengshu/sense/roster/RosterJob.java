package org.chengshu.sense.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.files.Files;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.device.DevicePlacing;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.DeviceWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stores the sound rows of a file, a thousand at a time, each with its checkpoint, so that each is stored once. */
@Component
final class RosterJob {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Files files;
    private final DeviceRegistry registry;
    private final DevicePlacing placing;
    private final DeviceWriter writer;
    private final Transactions transactions;
    private final Accounts accounts;
    private final JsonMapper json;

    RosterJob(
            Files files,
            DeviceRegistry registry,
            DevicePlacing placing,
            DeviceWriter writer,
            Transactions transactions,
            Accounts accounts,
            JsonMapper json) {
        this.files = files;
        this.registry = registry;
        this.placing = placing;
        this.writer = writer;
        this.transactions = transactions;
        this.accounts = accounts;
        this.json = json;
    }

    record Input(String file, String name, Optional<String> product) {}

    record Checkpoint(int rows, int created, int changed) {}

    @Configuration(proxyBeanMethods = false)
    static class Kind {
        @Bean
        JobKind<Input> rosterKind(RosterJob job) {
            return JobKind.of("sense.devices-import", Text.of("导入设备", "Import devices"), Input.class, job::run)
                    .within(Duration.ofHours(2));
        }
    }

    private JsonNode run(Input input, JobRun run) {
        RosterFile file = RosterFile.read(content(UUID.fromString(input.file())));
        RosterCheck check = new RosterCheck(file, registry, placing, viewer(run), input.product());
        Checkpoint from = run.checkpoint(Checkpoint.class).orElse(new Checkpoint(0, 0, 0));
        RosterReport.Tally tally = new RosterReport.Tally();
        List<Device> batch = new ArrayList<>();
        for (int i = 0; i < file.rows().size() && !run.cancelled(); i++) {
            RosterCheck.Checked row = check.check(file.rows().get(i));
            if (i >= from.rows || row.device().isEmpty()) {
                tally.add(row);
                row.device().ifPresent(batch::add);
            }
            if (batch.size() == ROWS_AT_ONCE || i == file.rows().size() - 1) {
                store(batch, new Checkpoint(i + 1, from.created + tally.created, from.changed + tally.changed), run);
                run.at(i + 1L, file.rows().size(), Text.of("已处理 " + (i + 1) + " 行", (i + 1) + " rows done"));
            }
        }
        tally.created += from.created;
        tally.changed += from.changed;
        return json.valueToTree(tally.report(
                check.unknownHeads(), RefusedFile.keep(files, input.name(), file.heads(), tally.refused())));
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

    private byte[] content(UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Viewer viewer(JobRun run) {
        Viewer system = Viewer.system();
        return run.startedBy().equals(system.accountId()) ? system : accounts.viewerOf(run.startedBy());
    }
}
