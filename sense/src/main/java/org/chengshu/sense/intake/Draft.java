package org.chengshu.sense.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.RejectionReason;
import org.chengshu.sense.Report;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.Step;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.ReadingRows;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** A batch worked out in memory before anything is written; thrown away when writing fails. */
final class Draft {
    private final DeviceRegistry registry;
    private final RuleBook rules;
    private final DeviceStates states;

    private final ReadingRows rows = new ReadingRows();
    private final BitSet lateRows = new BitSet();
    private int[] ticketOfRow = new int[256];
    private final Map<KnownDevice, DeviceMemory> memories = new LinkedHashMap<>();
    private final Map<KnownDevice, Observation> newest = new LinkedHashMap<>();
    private final List<DeviceDecision> decisions = new ArrayList<>();
    private final Map<Door, List<Rejection>> rejections = new EnumMap<>(Door.class);
    private final List<Integer> lostOfTicket = new ArrayList<>();
    private final List<Door> doorOfTicket = new ArrayList<>();

    Draft(DeviceRegistry registry, RuleBook rules, DeviceStates states) {
        this.registry = registry;
        this.rules = rules;
        this.states = states;
    }

    void add(Delivery delivery) {
        int ticket = doorOfTicket.size();
        doorOfTicket.add(delivery.door());
        List<Rejection> wrong = new ArrayList<>(Sifter.rejections("", delivery.strayFaults()));
        for (Report report : delivery.reports()) {
            wrong.addAll(Sifter.rejections(report.device(), report.faults()));
            Optional<KnownDevice> device = registry.find(report.device());
            if (device.isPresent()) {
                take(ticket, device.get(), report, wrong);
            } else {
                refuse(report, wrong);
            }
        }
        lostOfTicket.add(wrong.stream().mapToInt(Rejection::lost).sum());
        if (!wrong.isEmpty()) {
            rejections
                    .computeIfAbsent(delivery.door(), door -> new ArrayList<>())
                    .addAll(wrong);
        }
    }

    private static void refuse(Report report, List<Rejection> wrong) {
        for (Observation seen : report.observations()) {
            wrong.add(new Rejection(
                    report.device(),
                    RejectionReason.UNKNOWN_DEVICE,
                    "$",
                    Optional.empty(),
                    Optional.of(seen.time()),
                    "there is no device " + report.device(),
                    seen.values().size()));
        }
    }

    private void take(int ticket, KnownDevice device, Report report, List<Rejection> wrong) {
        NavigableMap<Instant, NavigableMap<String, Value>> moments = new TreeMap<>();
        List<Observation> fit = new ArrayList<>();
        int place = 0;
        for (Observation seen : report.observations()) {
            Sifter.sift(device, seen, "$[" + place++ + "]", wrong).ifPresent(fit::add);
        }
        fit.sort(Comparator.comparing(Observation::time));
        for (Observation seen : fit) {
            NavigableMap<String, Value> moment = moments.computeIfAbsent(seen.time(), time -> new TreeMap<>());
            seen.values().forEach(moment::putIfAbsent);
        }
        Map<Instant, Boolean> late = new TreeMap<>();
        moments.forEach((time, values) -> late.put(time, judge(device, new Observation(time, values))));
        fit.forEach(seen -> addRows(ticket, device, seen, late.get(seen.time())));
    }

    /** Answers whether the observation was late. */
    private boolean judge(KnownDevice device, Observation seen) {
        DeviceMemory before = memories.getOrDefault(device, states.memory(device.id()));
        Step step = rules.machine(device.product()).step(before, seen);
        memories.put(device, step.memory());
        step.decisions().forEach(decision -> decisions.add(new DeviceDecision(device, decision)));
        if (!step.late()) {
            newest.put(device, seen);
        }
        return step.late();
    }

    private void addRows(int ticket, KnownDevice device, Observation seen, boolean late) {
        seen.values().forEach((property, value) -> {
            int row = rows.size();
            rows.add(device.series().get(property).id(), seen.time(), value);
            if (row == ticketOfRow.length) {
                ticketOfRow = Arrays.copyOf(ticketOfRow, row * 2);
            }
            ticketOfRow[row] = ticket;
            lateRows.set(row, late);
        });
    }

    ReadingRows rows() {
        return rows;
    }

    /** The devices heard in this batch and what is remembered of them now. */
    Map<KnownDevice, DeviceMemory> memories() {
        return memories;
    }

    /** The newest observation of each device that was not late. */
    Map<KnownDevice, Observation> newest() {
        return newest;
    }

    List<DeviceDecision> decisions() {
        return decisions;
    }

    Map<Door, List<Rejection>> rejections() {
        return rejections;
    }

    /** The receipts in the order of the deliveries, once it is known which rows were stored. */
    List<Receipt> receipts(BitSet stored) {
        int tickets = doorOfTicket.size();
        int[] kept = new int[tickets];
        int[] twice = new int[tickets];
        int[] late = new int[tickets];
        for (int row = 0; row < rows.size(); row++) {
            int ticket = ticketOfRow[row];
            if (!stored.get(row)) {
                twice[ticket]++;
                continue;
            }
            kept[ticket]++;
            late[ticket] += lateRows.get(row) ? 1 : 0;
        }
        List<Receipt> receipts = new ArrayList<>(tickets);
        for (int ticket = 0; ticket < tickets; ticket++) {
            receipts.add(new Receipt(kept[ticket], twice[ticket], lostOfTicket.get(ticket), late[ticket]));
        }
        return receipts;
    }

    /** What each door brought in this batch. */
    Map<Door, Receipt> byDoor(List<Receipt> receipts) {
        Map<Door, Receipt> sums = new EnumMap<>(Door.class);
        for (int ticket = 0; ticket < receipts.size(); ticket++) {
            sums.merge(doorOfTicket.get(ticket), receipts.get(ticket), Receipt::plus);
        }
        return sums;
    }
}
