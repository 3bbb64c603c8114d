package org.chengshu.sense.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.sheets.CsvReader;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Devices;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.RejectionReason;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.Sifter;
import org.chengshu.sense.mapping.CellReader;
import org.chengshu.sense.mapping.RowReader;
import org.chengshu.sense.mapping.ValueColumn;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** Turns rows into readings, rejections and judgements, and counts every cell. */
final class RowTaker {
    private static final String IMPORT = "sense:import";
    private static final Duration FUTURE = Duration.ofDays(1);

    private final ImportOrder order;
    private final RowReader reader;
    private final Chronicle chronicle;
    private final DeviceRegistry registry;
    private final Devices devices;
    private final Instant latest;
    private final List<ValueColumn> columns;
    private final PropertyType[] types;
    private final Map<String, Integer> columnOf = new HashMap<>();

    RowTaker(
            ImportOrder order,
            RowReader reader,
            Chronicle chronicle,
            DeviceRegistry registry,
            Devices devices,
            Clock clock) {
        this.order = order;
        this.reader = reader;
        this.chronicle = chronicle;
        this.registry = registry;
        this.devices = devices;
        this.latest = clock.instant().plus(FUTURE);
        this.columns = order.mapping().columns();
        this.types = new PropertyType[columns.size()];
        for (int i = 0; i < types.length; i++) {
            columnOf.putIfAbsent(columns.get(i).property(), i);
            types[i] = order.product()
                    .find(columns.get(i).property())
                    .orElseThrow()
                    .type();
        }
    }

    void take(CsvReader.Row row, ImportBatch batch) {
        String[] texts = reader.texts(row);
        if (!reader.isComplete(row)) {
            refuse(row, texts, "", RejectionReason.MALFORMED, "the row has another shape than the header", batch);
            return;
        }
        String code = reader.code(row);
        Optional<Instant> time = reader.time(row).filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(latest));
        if (time.isEmpty()) {
            refuse(row, texts, code, RejectionReason.BAD_TIME, "the time cannot be used", batch);
            return;
        }
        Device device = device(code, batch);
        if (device.known().isEmpty()) {
            refuse(row, texts, code, RejectionReason.UNKNOWN_DEVICE, device.why(), batch);
            return;
        }
        batch.counts().row(false);
        observe(row, texts, device.known().get(), time.get(), batch);
    }

    private void observe(CsvReader.Row row, String[] texts, KnownDevice device, Instant time, ImportBatch batch) {
        Map<String, Value> values = new TreeMap<>();
        List<Rejection> wrong = new ArrayList<>();
        String place = "line " + row.line();
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] == null) {
                batch.counts().column(i).miss();
                continue;
            }
            Optional<Value> value =
                    CellReader.read(texts[i], types[i], columns.get(i).scale());
            if (value.isPresent() && columnOf.get(columns.get(i).property()) == i) {
                values.put(columns.get(i).property(), value.get());
            } else {
                wrong.add(misread(device, columns.get(i), time, place, texts[i], types[i]));
                batch.counts()
                        .column(i)
                        .reject(row.line(), texts[i], RejectionReason.WRONG_TYPE, "not a " + types[i].word());
            }
        }
        if (!values.isEmpty()) {
            List<Rejection> unfit = new ArrayList<>();
            Sifter.sift(device, Observation.of(time, values), place, unfit).ifPresent(fit -> keep(device, fit, batch));
            unfit.forEach(one -> tally(row.line(), one, texts, batch));
            wrong.addAll(unfit);
        }
        batch.rejections().addAll(wrong);
    }

    private void keep(KnownDevice device, Observation fit, ImportBatch batch) {
        chronicle.judge(device, fit, batch);
        batch.devices().set(device.id());
        fit.forEach((property, value) -> {
            batch.column(columnOf.get(property));
            batch.rows().add(device.series().get(property).id(), fit.time(), value);
        });
    }

    private void tally(long line, Rejection one, String[] texts, ImportBatch batch) {
        int place = columnOf.get(one.property().orElseThrow());
        batch.counts().column(place).reject(line, texts[place], one.reason(), one.detail());
    }

    private static Rejection misread(
            KnownDevice device, ValueColumn column, Instant time, String place, String text, PropertyType type) {
        return new Rejection(
                device.code(),
                RejectionReason.WRONG_TYPE,
                place + ", " + column.column(),
                Optional.of(column.property()),
                Optional.of(time),
                "'" + text + "' is not a " + type.word(),
                1);
    }

    /** Refuses a whole row: every cell that holds something is lost. */
    private void refuse(
            CsvReader.Row row, String[] texts, String code, RejectionReason reason, String why, ImportBatch batch) {
        batch.counts().row(true);
        int lost = 0;
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] == null) {
                batch.counts().column(i).miss();
            } else {
                lost++;
                batch.counts().column(i).reject(row.line(), texts[i], reason, why);
            }
        }
        if (lost > 0) {
            batch.rejections()
                    .add(new Rejection(
                            code, reason, "line " + row.line(), Optional.empty(), Optional.empty(), why, lost));
        }
    }

    private Device device(String code, ImportBatch batch) {
        Optional<KnownDevice> known = registry.find(code);
        if (known.isEmpty() && order.mapping().create()) {
            return create(code, batch);
        }
        String product = order.product().id();
        return known.filter(device -> order.viewer().may(IMPORT, device.device().areaPath()))
                .map(device -> device.product().id().equals(product)
                        ? new Device(known, "")
                        : new Device(Optional.empty(), code + " is no " + product))
                .orElseGet(() -> new Device(Optional.empty(), "there is no device " + code));
    }

    private Device create(String code, ImportBatch batch) {
        // It lies nowhere yet, so whoever imports for a part of the city cannot make it.
        if (!order.viewer().may(IMPORT, Viewer.WHOLE_CITY)) {
            return new Device(Optional.empty(), "the device '" + code + "' is outside your part of the city");
        }
        try {
            devices.create(List.of(NewDevice.bare(code, order.product().id())), Viewer.system());
            batch.counts().created();
            return new Device(registry.find(code), "the device " + code + " could not be made");
        } catch (FaultyInput | Fault | IllegalArgumentException e) {
            return new Device(Optional.empty(), "the device '" + code + "' cannot be made: " + e.getMessage());
        }
    }

    private record Device(Optional<KnownDevice> known, String why) {}
}
