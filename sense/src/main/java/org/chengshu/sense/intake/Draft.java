package org.chengshu.sense.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.RejectionReason;
import org.chengshu.sense.Report;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.derived.Derivations;
import org.chengshu.sense.derived.Touched;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rules.Decision;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.Step;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.ReadingRows;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/**
 * A batch worked out in memory before anything is written; thrown away when writing fails. First all deliveries are added,
 * then, once the devices are held, they are judged.
 */
final class Draft {
    private final DeviceRegistry registry;
    private final RuleBook rules;
    private final Derivations derivations;
    private final DeviceStates states;

    private final ReadingRows rows = new ReadingRows();
    private final BitSet devices = new BitSet();
    private final BitSet lateRows = new BitSet();
    private final List<Item> items = new ArrayList<>();
    private final Map<KnownDevice, Heard> heard = new LinkedHashMap<>();
    private final List<DeviceDecision> decisions = new ArrayList<>();
    private final Map<Door, List<Rejection>> rejections = new EnumMap<>(Door.class);
    private final List<Ticket> tickets = new ArrayList<>();
    private final Touched touched;

    Draft(DeviceRegistry registry, RuleBook rules, Derivations derivations, DeviceStates states) {
        this.registry = registry;
        this.rules = rules;
        this.derivations = derivations;
        this.states = states;
        this.touched = derivations.begin();
    }

    /** A delivery, how many of its values are rejected, and where its rows end; those of the next begin there. */
    private record Ticket(Door door, int lost, int endRow) {}

    /** What one delivery said of one device, in order of time; its rows follow each other from the first. */
    private record Item(KnownDevice device, List<Observation> seen, int firstRow) {}

    /** What this batch did to a device so far. */
    private static final class Heard {
        private DeviceMemory memory;
        private Optional<Observation> newest = Optional.empty();

        private Heard(DeviceMemory memory) {
            this.memory = memory;
        }
    }

    void add(Delivery delivery) {
        List<Rejection> wrong = new ArrayList<>(0);
        if (!delivery.strayFaults().isEmpty()) {
            wrong.addAll(Sifter.rejections("", delivery.strayFaults()));
        }
        for (Report report : delivery.reports()) {
            if (!report.faults().isEmpty()) {
                wrong.addAll(Sifter.rejections(report.device(), report.faults()));
            }
            Optional<KnownDevice> device = registry.find(report.device());
            if (device.isPresent()) {
                take(device.get(), report, wrong);
            } else {
                refuse(report, wrong);
            }
        }
        int lost = 0;
        for (Rejection one : wrong) {
            lost += one.lost();
        }
        tickets.add(new Ticket(delivery.door(), lost, rows.size()));
        if (lost > 0) {
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
                    seen.size()));
        }
    }

    private void take(KnownDevice device, Report report, List<Rejection> wrong) {
        devices.set(device.id());
        List<Observation> fit = new ArrayList<>(report.observations().size());
        int place = 0;
        Set<String> derived = derivations.targets(device.product());
        for (Observation seen : report.observations()) {
            if (Sifter.fits(device, seen) && derived.isEmpty()) {
                fit.add(seen);
            } else {
                Sifter.sift(device, seen, derived, "$[" + place + "]", wrong).ifPresent(fit::add);
            }
            place++;
        }
        if (fit.isEmpty()) {
            return;
        }
        if (fit.size() > 1) {
            fit.sort(Comparator.comparing(Observation::time));
        }
        items.add(new Item(device, fit, rows.size()));
        for (Observation seen : fit) {
            addRows(device, seen);
        }
    }

    private void addRows(KnownDevice device, Observation seen) {
        long micros = Micros.of(seen.time());
        for (int i = 0; i < seen.size(); i++) {
            int series = device.seriesAt(device.placeOf(seen.name(i)));
            switch (seen.value(i)) {
                case Value.Num(double number) -> rows.addNumber(series, micros, number);
                case Value.Bool(boolean flag) -> rows.addFlag(series, micros, flag);
                case Value.Str(String text) -> rows.addText(series, micros, text);
            }
        }
    }

    /** The devices that this batch speaks of. */
    BitSet devices() {
        return devices;
    }

    /** Judges all observations in the order of the deliveries. Call it once, while the devices are held. */
    void judge() {
        for (Item item : items) {
            int row = item.firstRow();
            for (int i = 0; i < item.seen().size(); ) {
                int next = endOfMoment(item.seen(), i);
                Observation moment = moment(item.seen(), i, next);
                boolean late = derivations.concern(item.device().product())
                        ? judgeDerived(item.device(), moment)
                        : judge(item.device(), moment);
                for (; i < next; i++) {
                    int values = item.seen().get(i).size();
                    lateRows.set(row, row + values, late);
                    row += values;
                }
            }
        }
    }

    private boolean judgeDerived(KnownDevice device, Observation moment) {
        Derivations.Worked worked = derivations.work(device, moment);
        addDerived(device, moment, worked.whole());
        boolean late = judge(device, worked.whole());
        derivations.touch(device, worked, late, touched);
        return late;
    }

    /** Derived values are stored with those they come from; they are nobody's to count. */
    @SuppressWarnings("ReferenceEquality") // the very same part, not an equal one
    private void addDerived(KnownDevice device, Observation moment, Observation whole) {
        if (whole == moment) {
            return;
        }
        for (int i = 0; i < whole.size(); i++) {
            if (moment.find(whole.name(i)).isEmpty() && whole.value(i) instanceof Value.Num(double number)) {
                int series = device.seriesAt(device.placeOf(whole.name(i)));
                rows.addNumber(series, Micros.of(whole.time()), number);
            }
        }
    }

    private static int endOfMoment(List<Observation> seen, int from) {
        Instant time = seen.get(from).time();
        int next = from + 1;
        while (next < seen.size() && seen.get(next).time().equals(time)) {
            next++;
        }
        return next;
    }

    /** What was said of one time by several parts of a message is one observation; the first word stands. */
    private static Observation moment(List<Observation> seen, int from, int to) {
        if (to == from + 1) {
            return seen.get(from);
        }
        Map<String, Value> values = new HashMap<>();
        seen.subList(from, to).forEach(part -> part.forEach(values::putIfAbsent));
        return Observation.of(seen.get(from).time(), values);
    }

    /** Answers whether the observation was late. */
    private boolean judge(KnownDevice device, Observation seen) {
        Heard known = heard.get(device);
        if (known == null) {
            known = new Heard(states.memory(device.id()));
            heard.put(device, known);
        }
        Step step = rules.step(device, known.memory, seen);
        known.memory = step.memory();
        told(device, step, known).forEach(decision -> decisions.add(new DeviceDecision(device, decision)));
        if (!step.late()) {
            known.newest = Optional.of(seen);
        }
        return step.late();
    }

    /** A device that is planned or in maintenance raises nothing, and begins anew when it is active again. */
    private static List<Decision> told(KnownDevice device, Step step, Heard known) {
        if (device.lifecycle().judged()) {
            return step.decisions();
        }
        Step quiet = step.quietly();
        known.memory = quiet.memory();
        return quiet.decisions();
    }

    /** What derived series may have to be worked out anew for. */
    Touched touched() {
        return touched;
    }

    boolean hasHeardNobody() {
        return heard.isEmpty();
    }

    ReadingRows rows() {
        return rows;
    }

    /** The devices heard in this batch by their number, and what is remembered of them now. */
    Map<Integer, DeviceMemory> memories() {
        Map<Integer, DeviceMemory> memories = HashMap.newHashMap(heard.size());
        heard.forEach((device, known) -> memories.put(device.id(), known.memory));
        return memories;
    }

    /** The devices heard in this batch that satisfy a condition. */
    List<KnownDevice> heard(IntPredicate wanted) {
        return heard.keySet().stream()
                .filter(device -> wanted.test(device.id()))
                .toList();
    }

    /** The newest observation of each device that was not late. */
    Map<KnownDevice, Observation> newest() {
        Map<KnownDevice, Observation> newest = HashMap.newHashMap(heard.size());
        heard.forEach((device, known) -> known.newest.ifPresent(seen -> newest.put(device, seen)));
        return newest;
    }

    List<DeviceDecision> decisions() {
        return decisions;
    }

    Map<Door, List<Rejection>> rejections() {
        return rejections;
    }

    /** The receipts in the order of the deliveries, once it is known which rows are stored. */
    List<Receipt> receipts(BitSet stored) {
        List<Receipt> receipts = new ArrayList<>(tickets.size());
        int row = 0;
        for (Ticket ticket : tickets) {
            int kept = 0;
            int late = 0;
            int first = row;
            for (; row < ticket.endRow(); row++) {
                if (stored.get(row)) {
                    kept++;
                    late += lateRows.get(row) ? 1 : 0;
                }
            }
            receipts.add(new Receipt(kept, row - first - kept, ticket.lost(), late));
        }
        return receipts;
    }

    /** What each door brought in this batch. */
    Map<Door, Receipt> byDoor(List<Receipt> receipts) {
        Map<Door, Receipt> sums = new EnumMap<>(Door.class);
        for (int ticket = 0; ticket < receipts.size(); ticket++) {
            sums.merge(tickets.get(ticket).door(), receipts.get(ticket), Receipt::plus);
        }
        return sums;
    }
}
