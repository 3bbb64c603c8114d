package org.chengshu.core.packs.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.ApplyOrder;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackDiff;
import org.chengshu.core.packs.PackDiff.Change;
import org.chengshu.core.packs.PackDiff.Kind;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackRevision;
import org.chengshu.core.packs.PackRevision.Act;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.packs.internal.RevisionStore.NewRevision;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

@Component
final class InstalledPacks implements Packs {
    private static final PackFiles NO_FILES = new PackFiles(Map.of());

    private final Sections sections;
    private final PackStore store;
    private final RevisionStore revisions;
    private final PackPlan plan;
    private final Transactions transactions;
    private final Clock clock;

    InstalledPacks(
            Sections sections,
            PackStore store,
            RevisionStore revisions,
            Uses uses,
            Transactions transactions,
            Clock clock) {
        this.sections = sections;
        this.store = store;
        this.revisions = revisions;
        this.plan = new PackPlan(sections, store, uses);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public CheckReport check(PackFiles files) {
        return transactions.call(() -> new PackCheck(sections, store, files).report());
    }

    @Override
    public PackDiff diff(PackFiles files) {
        return transactions.call(() -> plan.applying(checked(files), files));
    }

    @Override
    public Applied apply(PackFiles files, Viewer who) {
        return apply(files, ApplyOrder.plain(), who);
    }

    @Override
    public Applied apply(PackFiles files, ApplyOrder order, Viewer who) {
        return transactions.call(() -> {
            store.lock();
            PackCheck check = checked(files);
            PackDiff diff = plan.applying(check, files);
            Refusals.ofApplying(diff, order);
            return diff.kind() == Kind.UNCHANGED ? readAnew(check, diff) : write(check, diff, files, who);
        });
    }

    @Override
    public Applied applyFolder(Path folder) {
        return apply(PackFiles.read(folder), Viewer.system());
    }

    @Override
    public PackDiff removal(String packId) {
        return transactions.call(() -> plan.removing(get(packId), Snapshot.of(store)));
    }

    @Override
    public void remove(String packId, ApplyOrder order, Viewer who) {
        transactions.run(() -> {
            store.lock();
            InstalledPack pack = get(packId);
            Snapshot installed = Snapshot.of(store);
            PackDiff diff = plan.removing(pack, installed);
            Refusals.ofRemoving(pack, diff, order);
            sections.inOrder().reversed().forEach(section -> section.apply(packId, List.of()));
            store.delete(packId);
            revisions.add(
                    revision(diff, pack.version(), Act.REMOVED, pack.contentHash()), NO_FILES, who, clock.instant());
        });
    }

    @Override
    public PackFiles files(String packId) {
        return new PackFiles(store.files(get(packId).id()));
    }

    @Override
    public PackFiles files(String packId, int revision) {
        PackRevision found = revisions
                .find(packId, revision)
                .filter(one -> one.act() != Act.REMOVED)
                .orElseThrow(() ->
                        new Fault(CoreError.NOT_FOUND, "the pack " + packId + " has no files of revision " + revision));
        return new PackFiles(revisions.files(packId, found.revision()));
    }

    @Override
    public List<PackRevision> history(String packId) {
        List<PackRevision> all = revisions.list(packId);
        if (all.isEmpty()) {
            throw new Fault(CoreError.NOT_FOUND, "the pack " + packId + " has never been installed");
        }
        return all;
    }

    @Override
    public List<InstalledPack> list() {
        return store.list();
    }

    @Override
    public InstalledPack get(String packId) {
        return store.find(packId).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "pack " + packId));
    }

    private PackCheck checked(PackFiles files) {
        PackCheck check = new PackCheck(sections, store, files);
        Refusals.ofFaults(check.report());
        return check;
    }

    /** The files are the same; when the platform reads them otherwise than before, its sections hear of them again. */
    private Applied readAnew(PackCheck check, PackDiff diff) {
        boolean same = store.isReadBy(diff.pack(), sections.schemasHash());
        if (!same) {
            store.saveSchemasHash(diff.pack(), sections.schemasHash());
            install(check, diff.pack());
        }
        return applied(
                check, diff, get(diff.pack()).revision(), same ? Applied.Outcome.UNCHANGED : Applied.Outcome.UPDATED);
    }

    private Applied write(PackCheck check, PackDiff diff, PackFiles files, Viewer who) {
        Manifest manifest = check.manifest().orElseThrow();
        String contentHash = Hash.of(files);
        int number = revisions.add(
                revision(diff, manifest.version(), act(diff.kind()), contentHash), files, who, clock.instant());
        store.savePack(manifest, number, contentHash, sections.schemasHash(), who, clock.instant());
        install(check, manifest.id());
        return applied(
                check, diff, number, diff.kind() == Kind.INSTALL ? Applied.Outcome.INSTALLED : Applied.Outcome.UPDATED);
    }

    private void install(PackCheck check, String packId) {
        store.saveItems(packId, check.toInstall());
        for (PackSection section : sections.inOrder()) {
            section.apply(packId, check.items(section));
        }
    }

    private static Applied applied(PackCheck check, PackDiff diff, int revision, Applied.Outcome outcome) {
        List<CheckReport.SectionChange> changes =
                diff.kind() == Kind.UNCHANGED ? List.of() : check.report().changes();
        return new Applied(diff.pack(), diff.to().orElseThrow(), revision, outcome, changes, diff);
    }

    private static Act act(Kind kind) {
        return switch (kind) {
            case INSTALL -> Act.INSTALLED;
            case DOWNGRADE -> Act.DOWNGRADED;
            case REMOVE -> Act.REMOVED;
            case UPDATE, UNCHANGED -> Act.UPDATED;
        };
    }

    private static NewRevision revision(PackDiff diff, String version, Act act, String contentHash) {
        return new NewRevision(
                diff.pack(),
                version,
                act,
                contentHash,
                diff.count(Change.ADDED),
                diff.count(Change.CHANGED),
                diff.count(Change.REMOVED));
    }
}
