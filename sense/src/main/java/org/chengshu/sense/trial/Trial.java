package org.chengshu.sense.trial;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Product;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rules.Decision;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.Rule;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.sense.rules.Step;
import org.chengshu.sense.rules.Usual;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/** Judges stored readings by one rule with a memory of its own. It changes nothing anywhere. */
@Component
final class Trial {
    private final ReadingStore readings;
    private final RuleBook rules;
    private final ZoneId zone;

    Trial(ReadingStore readings, RuleBook rules, CitySettings settings) {
        this.readings = readings;
        this.rules = rules;
        this.zone = settings.zone();
    }

    TrialReport run(TrialInput input, Product product, List<KnownDevice> devices, JobRun run) {
        Rule rule = rules.compile(input.rule(), product);
        RuleMachine machine = new RuleMachine(List.of(rule), product.maxSilence());
        TrialTally tally = new TrialTally(input.from(), input.to(), zone);
        History history = new History(readings);
        int done = 0;
        for (KnownDevice device : devices) {
            if (run.cancelled()) {
                break;
            }
            judge(machine, history, device, input, tally);
            run.at(++done, devices.size(), Text.of("试算 " + device.code(), "Trying on " + device.code()));
        }
        return tally.report(rule.id());
    }

    private static void judge(
            RuleMachine machine, History history, KnownDevice device, TrialInput input, TrialTally tally) {
        List<Decision> decisions = new ArrayList<>();
        Set<String> properties = machine.properties();
        Optional<History.HourMeans> means = machine.asksUsual()
                ? Optional.of(history.means(device, machine.usualProperties(), input.from(), input.to()))
                : Optional.empty();
        DeviceMemory[] memory = {DeviceMemory.EMPTY};
        Instant from = input.from();
        long seen = history.tell(device, properties, from, input.to(), observation -> {
            Usual usual = means.map(known -> known.at(observation.time())).orElse(Usual.UNKNOWN);
            Step step = machine.step(memory[0], observation, usual, true);
            memory[0] = step.memory();
            decisions.addAll(step.decisions());
        });
        tally.add(device, decisions, seen);
    }
}
