package org.chengshu.core.packs.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.internal.PackReader.ReadPack;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;

/** Asks the other installed packs whether they still hold together when one pack loses items. */
final class OtherPacks {
    private final Sections sections;
    private final PackStore store;

    OtherPacks(Sections sections, PackStore store) {
        this.sections = sections;
        this.store = store;
    }

    /** Adds what would break in them if the pack had these items only; places begin with the other pack's id. */
    void check(String packId, List<InstalledItem> after, PackFaults faults) {
        List<InstalledItem> everything = Stream.concat(
                        store.items().stream().filter(item -> !item.pack().equals(packId)), after.stream())
                .toList();
        for (InstalledPack other : store.list()) {
            if (!other.id().equals(packId)) {
                recheck(other.id(), everything, (place, message) -> faults.add(other.id() + "/" + place, message));
            }
        }
    }

    private void recheck(String packId, List<InstalledItem> everything, PackFaults faults) {
        Map<String, String> files = store.files(packId);
        ReadPack pack = new PackReader(sections, new FaultList()).read(new PackFiles(files));
        List<InstalledItem> ofOthers =
                everything.stream().filter(item -> !item.pack().equals(packId)).toList();
        Contents contents = new Contents(packId, sections, ofOthers);
        for (PackSection section : sections.inOrder()) {
            contents.addPassing(section.name(), pack.itemsOf(section.name()));
        }
        for (PackSection section : sections.inOrder()) {
            List<PackItem> items = pack.itemsOf(section.name());
            if (!items.isEmpty()) {
                section.check(contents, items, faults);
            }
        }
    }
}
