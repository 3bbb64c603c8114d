package org.chengshu.cases.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.clock.CaseClocks;
import org.chengshu.cases.clock.ClockColour;
import org.chengshu.cases.clock.ClockKeeper;
import org.chengshu.cases.clock.ClockNotices;
import org.chengshu.cases.clock.StageClock;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.kinds.ClockPlan;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/**
 * Tells people when a clock turns yellow, red or overdue, each once for a deadline: the handler or his department, from red on
 * the department, when overdue the organisation above it too; beside them whoever the notice rules name for matter
 * {@code case-clock}. A case whose time was extended is told of anew.
 */
@Component
class ClockSweep {
    static final String MATTER = "case-clock";
    private static final int MOST = 500;
    private static final Map<String, Text> NAMES = Map.of(
            "accept",
            Text.of("受理", "acceptance"),
            "file",
            Text.of("立案", "filing"),
            "dispatch",
            Text.of("派遣", "dispatch"),
            "handle",
            Text.of("处置", "handling"),
            "verify",
            Text.of("核查", "verification"),
            ClockPlan.WHOLE,
            Text.of("全程", "the whole case"));

    private final ClockBook book;
    private final CaseStore store;
    private final CaseMover mover;
    private final ClockKeeper clocks;
    private final ClockNotices told;
    private final Notices notices;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Clock clock;

    ClockSweep(
            ClockBook book,
            CaseStore store,
            CaseMover mover,
            ClockKeeper clocks,
            ClockNotices told,
            Notices notices,
            Organisations organisations,
            Transactions transactions,
            Clock clock) {
        this.book = book;
        this.store = store;
        this.mover = mover;
        this.clocks = clocks;
        this.told = told;
        this.notices = notices;
        this.organisations = organisations;
        this.transactions = transactions;
        this.clock = clock;
    }

    void sweep() {
        book.toTell(clock.instant(), MOST).forEach(id -> transactions.run(() -> tell(id)));
    }

    // Whoever holds the case now changes it, and the next sweep sees it as it is then.
    private void tell(CaseId id) {
        store.tryLock(id).ifPresent(file -> {
            Instant now = clock.instant();
            CaseClocks all = clocks.replay(id);
            all.clocks().stream().filter(StageClock::running).forEach(one -> tell(file, one, now));
            mover.reclock(file);
        });
    }

    private void tell(CaseFile file, StageClock of, Instant now) {
        of.colour(now)
                .filter(colour -> colour != ClockColour.GREEN)
                .flatMap(colour -> told.tell(file.id(), of, colour))
                .ifPresent(colour -> tell(file, notice(file, of, colour), colour));
    }

    private void tell(CaseFile file, Notice notice, ClockColour colour) {
        List<Recipient> to = recipients(file, colour);
        if (!to.isEmpty()) {
            notices.tell(notice, to, Set.of(Channel.INBOX));
        }
        notices.route(notice);
    }

    private List<Recipient> recipients(CaseFile file, ClockColour colour) {
        List<Recipient> to = new ArrayList<>();
        file.handlerId().map(Recipient::account).ifPresent(to::add);
        if (to.isEmpty() || colour.compareTo(ClockColour.RED) >= 0) {
            file.department().map(Recipient::organisation).ifPresent(to::add);
        }
        if (colour == ClockColour.OVERDUE) {
            file.department()
                    .flatMap(organisations::find)
                    .flatMap(Organisation::parent)
                    .map(Recipient::organisation)
                    .ifPresent(to::add);
        }
        return to;
    }

    private static Notice notice(CaseFile file, StageClock of, ClockColour colour) {
        Text name = NAMES.getOrDefault(of.name(), Text.of(of.name(), of.name()));
        Text words = words(file.number(), name, colour, of);
        return new Notice(
                MATTER,
                MATTER + " " + file.id() + " " + of.name(),
                severity(colour),
                words,
                Text.of(
                        words.zh() + "。" + file.title().zh(),
                        words.en() + ". " + file.title().en()),
                Optional.of("/cases/" + file.id()),
                file.areaPath(),
                Map.of("colour", colour.word(), "clock", of.name(), "kind", file.kind()));
    }

    private static Text words(String number, Text name, ClockColour colour, StageClock of) {
        return switch (colour) {
            case OVERDUE ->
                Text.of("案件 " + number + " " + name.zh() + "已超时", "Case " + number + ": " + name.en() + " is overdue");
            case RED -> used(number, name, of.terms().red());
            default -> used(number, name, of.terms().yellow());
        };
    }

    private static Text used(String number, Text name, int percent) {
        return Text.of(
                "案件 " + number + " " + name.zh() + "时限已用 " + percent + "%",
                "Case " + number + ": " + percent + " % of the time for " + name.en() + " is used");
    }

    private static Severity severity(ClockColour colour) {
        return switch (colour) {
            case OVERDUE -> Severity.RED;
            case RED -> Severity.ORANGE;
            default -> Severity.YELLOW;
        };
    }
}
