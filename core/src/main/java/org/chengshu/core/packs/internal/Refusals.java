package org.chengshu.core.packs.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.packs.ApplyOrder;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackDiff;
import org.chengshu.core.packs.PackDiff.Change;
import org.chengshu.core.packs.PackDiff.ItemDiff;
import org.chengshu.core.packs.PackDiff.Kind;
import org.chengshu.core.packs.PackDiff.SectionDiff;
import org.chengshu.core.packs.PackFault;
import org.chengshu.core.packs.PackUse;
import org.chengshu.kernel.Fault;

/** Why a pack is not applied or removed. */
final class Refusals {
    private Refusals() {}

    static void ofFaults(CheckReport report) {
        if (!report.passed()) {
            int count = report.faults().size();
            throw new FaultyInput(
                    CoreError.PACK_FAULTY,
                    "the pack has " + count + (count == 1 ? " fault" : " faults"),
                    report.faults().stream().map(Refusals::placed).toList());
        }
    }

    static void ofApplying(PackDiff diff, ApplyOrder order) {
        shownIsStillTrue(diff, order);
        if (diff.kind() == Kind.DOWNGRADE && !order.downgrade()) {
            throw new Fault(
                    CoreError.PACK_DOWNGRADE,
                    "version " + diff.to().orElseThrow() + " of " + diff.pack() + " is lower than the installed "
                            + diff.from().orElseThrow() + "; ask for the downgrade if you mean it");
        }
        nothingIsHeld("the new version of " + diff.pack() + " leaves out what is in use", diff);
    }

    static void ofRemoving(InstalledPack pack, PackDiff diff, ApplyOrder order) {
        shownIsStillTrue(diff, order);
        nothingIsHeld("the pack " + pack.id() + " is in use", diff);
    }

    private static void shownIsStillTrue(PackDiff diff, ApplyOrder order) {
        Optional<String> shown = order.fingerprint().filter(fingerprint -> !fingerprint.equals(diff.fingerprint()));
        if (shown.isPresent()) {
            throw new Fault(
                    CoreError.PACK_STATE_CHANGED,
                    "the files or the installed packs are not those of the diff that was shown; look at the diff again");
        }
    }

    private static void nothingIsHeld(String why, PackDiff diff) {
        List<PlacedFault> uses = Stream.concat(
                        diff.blockers().stream().map(Refusals::placed),
                        diff.sections().stream().flatMap(Refusals::held))
                .toList();
        if (!uses.isEmpty()) {
            throw new FaultyInput(CoreError.PACK_IN_USE, why, uses);
        }
    }

    private static Stream<PlacedFault> held(SectionDiff section) {
        return section.items().stream()
                .filter(item -> item.change() == Change.REMOVED)
                .flatMap(item -> item.uses().stream().filter(PackUse::holds).map(use -> placed(section, item, use)));
    }

    private static PlacedFault placed(SectionDiff section, ItemDiff item, PackUse use) {
        return new PlacedFault(section.section() + " " + item.id(), use.words());
    }

    private static PlacedFault placed(PackFault fault) {
        return new PlacedFault(fault.place(), fault.message());
    }
}
