package org.chengshu.sense.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.RejectionReason;
import org.chengshu.sense.Report;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.ledger.Ledger;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/** Writes deliveries, with all that follows from them, in one transaction. One thread only: it owns the rules' memory. */
@Component
final class BatchWriter implements Writer {
    private final DeviceRegistry registry;
    private final RuleBook rules;
    private final DeviceStates states;
    private final ReadingStore readings;
    private final AlarmDesk alarms;
    private final Ledger ledger;
    private final LiveReadings live;
    private final Transactions transactions;
    private final Clock clock;

    BatchWriter(
            DeviceRegistry registry,
            RuleBook rules,
            DeviceStates states,
            ReadingStore readings,
            AlarmDesk alarms,
            Ledger ledger,
            LiveReadings live,
            Transactions transactions,
            Clock clock) {
        this.registry = registry;
        this.rules = rules;
        this.states = states;
        this.readings = readings;
        this.alarms = alarms;
        this.ledger = ledger;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Receipt> write(List<Delivery> deliveries) {
        Draft draft = new Draft(registry, rules, states);
        deliveries.forEach(draft::add);
        readings.makeRoom(draft.rows());
        List<Receipt> receipts = transactions.call(() -> commit(draft));
        states.replace(byId(draft.memories()));
        live.publish(draft.newest());
        return receipts;
    }

    private List<Receipt> commit(Draft draft) {
        List<Receipt> receipts = draft.receipts(readings.store(draft.rows()));
        if (!draft.memories().isEmpty()) {
            Instant now = clock.instant();
            Set<Integer> wereSilent = states.arrive(byId(draft.memories()), now);
            alarms.heardAgain(
                    draft.memories().keySet().stream()
                            .filter(device -> wereSilent.contains(device.id()))
                            .toList(),
                    now);
            alarms.carryOut(draft.decisions());
        }
        draft.rejections().forEach(ledger::keep);
        draft.byDoor(receipts).forEach(ledger::count);
        return receipts;
    }

    @Override
    public Receipt refuse(Delivery delivery, String why) {
        List<Rejection> rejections = new ArrayList<>();
        for (Report report : delivery.reports()) {
            if (report.values() > 0) {
                rejections.add(unstorable(report.device(), why, report.values()));
            }
        }
        int strays = delivery.values()
                - rejections.stream().mapToInt(Rejection::lost).sum();
        if (strays > 0) {
            rejections.add(unstorable("", why, strays));
        }
        Receipt receipt = new Receipt(0, 0, delivery.values(), 0);
        transactions.run(() -> {
            ledger.keep(delivery.door(), rejections);
            ledger.count(delivery.door(), receipt);
        });
        return receipt;
    }

    private static Rejection unstorable(String device, String why, int lost) {
        return new Rejection(device, RejectionReason.UNSTORABLE, "$", Optional.empty(), Optional.empty(), why, lost);
    }

    private static Map<Integer, DeviceMemory> byId(Map<KnownDevice, DeviceMemory> memories) {
        Map<Integer, DeviceMemory> byId = new HashMap<>();
        memories.forEach((device, memory) -> byId.put(device.id(), memory));
        return byId;
    }
}
