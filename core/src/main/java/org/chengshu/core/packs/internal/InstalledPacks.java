package org.chengshu.core.packs.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.Packs;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

@Component
final class InstalledPacks implements Packs {
    private final Sections sections;
    private final PackStore store;
    private final Transactions transactions;
    private final Clock clock;

    InstalledPacks(Sections sections, PackStore store, Transactions transactions, Clock clock) {
        this.sections = sections;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public CheckReport check(PackFiles files) {
        return transactions.call(() -> new PackCheck(sections, store, files).report());
    }

    @Override
    public Applied apply(PackFiles files, Viewer who) {
        return transactions.call(() -> {
            store.lock();
            PackCheck check = new PackCheck(sections, store, files);
            requirePassed(check.report());
            return applyChecked(check, check.manifest().orElseThrow(), files, who);
        });
    }

    @Override
    public Applied applyFolder(Path folder) {
        return apply(PackFiles.read(folder), Viewer.system());
    }

    @Override
    public void remove(String packId, Viewer who) {
        transactions.run(() -> {
            store.lock();
            requireNotNeeded(get(packId));
            requireNothingRefersTo(packId);
            sections.inOrder().reversed().forEach(section -> section.apply(packId, List.of()));
            store.delete(packId);
        });
    }

    @Override
    public PackFiles files(String packId) {
        return new PackFiles(store.files(get(packId).id()));
    }

    @Override
    public List<InstalledPack> list() {
        return store.list();
    }

    static void requirePassed(CheckReport report) {
        if (!report.passed()) {
            throw new FaultyInput(
                    CoreError.PACK_FAULTY,
                    "the pack has " + report.faults().size() + " faults",
                    report.faults().stream()
                            .map(fault -> new PlacedFault(fault.place(), fault.message()))
                            .toList());
        }
    }

    private Applied applyChecked(PackCheck check, Manifest manifest, PackFiles files, Viewer who) {
        String contentHash = hash(files);
        String schemasHash = sections.schemasHash();
        if (store.isUnchanged(manifest.id(), contentHash, schemasHash)) {
            return new Applied(manifest.id(), manifest.version(), Applied.Outcome.UNCHANGED, List.of());
        }
        boolean known = store.find(manifest.id()).isPresent();
        store.savePack(manifest, contentHash, schemasHash, who, clock.instant());
        store.saveFiles(manifest.id(), files);
        store.saveItems(manifest.id(), check.toInstall());
        for (PackSection section : sections.inOrder()) {
            section.apply(manifest.id(), check.items(section));
        }
        return new Applied(
                manifest.id(),
                manifest.version(),
                known ? Applied.Outcome.UPDATED : Applied.Outcome.INSTALLED,
                check.report().changes());
    }

    private InstalledPack get(String packId) {
        return store.find(packId).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "pack " + packId));
    }

    private void requireNotNeeded(InstalledPack pack) {
        List<String> dependants = store.list().stream()
                .filter(other -> other.requires().contains(pack.id()))
                .map(InstalledPack::id)
                .toList();
        if (!dependants.isEmpty()) {
            throw new Fault(CoreError.CONFLICT, "the pack " + pack.id() + " is required by " + dependants);
        }
    }

    private void requireNothingRefersTo(String packId) {
        FaultList faults = new FaultList();
        new OtherPacks(sections, store).check(packId, List.of(), faults);
        requirePassed(new CheckReport(Optional.of(packId), Optional.empty(), faults.sorted(), List.of()));
    }

    private static String hash(PackFiles files) {
        Hash hash = new Hash();
        files.pathToText().forEach((path, text) -> hash.add(path).add(text));
        return hash.hex();
    }
}
