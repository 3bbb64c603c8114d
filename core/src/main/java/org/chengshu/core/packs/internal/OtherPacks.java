package org.chengshu.core.packs.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackFault;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.internal.PackReader.ReadPack;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;
import org.chengshu.core.packs.internal.Snapshot.ItemKey;
import org.chengshu.core.packs.internal.yaml.FaultList;

/** Asks the other installed packs whether they still hold together when one pack changes or loses items. */
final class OtherPacks {
    private final Sections sections;
    private final PackStore store;
    private final Snapshot installed;

    OtherPacks(Sections sections, PackStore store, Snapshot installed) {
        this.sections = sections;
        this.store = store;
        this.installed = installed;
    }

    /**
     * Adds what would break in them if the pack had these items only; places begin with the other pack's id. What is
     * broken already does not count.
     */
    void check(String packId, List<InstalledItem> after, PackFaults faults) {
        List<InstalledItem> everything = Stream.concat(installed.itemsOfOthers(packId).stream(), after.stream())
                .toList();
        for (InstalledPack other : installed.packs()) {
            if (!other.id().equals(packId)) {
                List<PackFault> would = faultsOf(other.id(), everything);
                Set<PackFault> are =
                        would.isEmpty() ? Set.of() : new HashSet<>(faultsOf(other.id(), installed.items()));
                would.stream()
                        .filter(fault -> !are.contains(fault))
                        .forEach(fault -> faults.add(other.id() + "/" + fault.place(), fault.message()));
            }
        }
    }

    private List<PackFault> faultsOf(String packId, List<InstalledItem> everything) {
        Map<String, String> files = store.files(packId);
        ReadPack pack = new PackReader(sections, new FaultList()).read(new PackFiles(files));
        Contents contents = new Contents(packId, sections, ofOthers(packId, everything), leaving(everything));
        for (PackSection section : sections.inOrder()) {
            contents.addPassing(section.name(), pack.itemsOf(section.name()));
        }
        FaultList faults = new FaultList();
        for (PackSection section : sections.inOrder()) {
            List<PackItem> items = pack.itemsOf(section.name());
            if (!items.isEmpty()) {
                section.check(contents, items, faults);
            }
        }
        return faults.sorted();
    }

    private static List<InstalledItem> ofOthers(String packId, List<InstalledItem> everything) {
        return everything.stream().filter(item -> !item.pack().equals(packId)).toList();
    }

    private List<InstalledItem> leaving(List<InstalledItem> everything) {
        Set<ItemKey> staying = everything.stream().map(ItemKey::of).collect(Collectors.toSet());
        return installed.items().stream()
                .filter(item -> !staying.contains(ItemKey.of(item)))
                .toList();
    }
}
