package org.chengshu.core.packs.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.PackFault;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.internal.PackReader.ReadPack;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;
import org.chengshu.core.packs.internal.Snapshot.ItemKey;
import org.chengshu.core.packs.internal.yaml.FaultList;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check of one pack against what is installed: reads it, then asks schemas and sections, and collects every fault. */
final class PackCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PackCheck.class);

    private final Sections sections;
    private final Snapshot installed;
    private final FaultList faults = new FaultList();
    private final FaultList warnings = new FaultList();
    private final Map<String, List<PackItem>> passing = new LinkedHashMap<>();
    private final ReadPack pack;

    PackCheck(Sections sections, PackStore store, PackFiles files) {
        this.sections = sections;
        this.installed = Snapshot.of(store);
        this.pack = new PackReader(sections, faults).read(files);
        check();
        if (faults.isEmpty() && touchesWhatOthersMayUse()) {
            new OtherPacks(sections, store, installed).check(packId(), toInstall(), faults);
        }
    }

    Optional<Manifest> manifest() {
        return pack.manifest();
    }

    Snapshot installed() {
        return installed;
    }

    List<PackItem> items(PackSection section) {
        return passing.getOrDefault(section.name(), List.of());
    }

    Map<String, List<PackItem>> items() {
        return Map.copyOf(passing);
    }

    List<PackFault> warnings() {
        return warnings.sorted();
    }

    List<InstalledItem> toInstall() {
        List<InstalledItem> all = new ArrayList<>();
        passing.forEach((section, items) -> items.forEach(item -> all.add(InstalledItem.of(section, item, packId()))));
        return all;
    }

    CheckReport report() {
        return new CheckReport(
                manifest().map(Manifest::id),
                manifest().map(Manifest::version),
                faults.sorted(),
                warnings(),
                faults.isEmpty() ? ItemChanges.between(installed.itemsOf(packId()), toInstall()) : List.of());
    }

    private String packId() {
        return manifest().map(Manifest::id).orElse("");
    }

    private boolean touchesWhatOthersMayUse() {
        return ItemChanges.between(installed.itemsOf(packId()), toInstall()).stream()
                .anyMatch(change ->
                        !change.removed().isEmpty() || !change.changed().isEmpty());
    }

    private void check() {
        TextCheck texts = new TextCheck(faults, warnings);
        manifest().ifPresent(manifest -> new RequiresCheck(manifest, installed, faults).check());
        pack.manifestItem().ifPresent(item -> texts.check(item, Manifest.SCHEMA_JSON));
        Map<ItemKey, InstalledItem> ofOthers =
                installed.itemsOfOthers(packId()).stream().collect(Collectors.toMap(ItemKey::of, item -> item));
        Contents contents = new Contents(packId(), sections, ofOthers.values(), installed.itemsOf(packId()));
        for (PackSection section : sections.inOrder()) {
            passing.put(section.name(), wellFormed(section, ofOthers, contents, texts));
            contents.addPassing(section.name(), items(section));
        }
        for (PackSection section : sections.inOrder()) {
            if (!items(section).isEmpty()) {
                ask(section, contents);
            }
        }
    }

    private List<PackItem> wellFormed(
            PackSection section, Map<ItemKey, InstalledItem> ofOthers, Contents contents, TextCheck texts) {
        List<PackItem> good = new ArrayList<>();
        ItemSchema schema = sections.schema(section);
        for (PackItem item : distinct(section.name(), ofOthers)) {
            texts.check(item, schema.source());
            if (schema.passes(section.name() + " " + item.id(), item, faults)) {
                good.add(item);
            } else {
                contents.addFailing(section.name(), item);
            }
        }
        return List.copyOf(good);
    }

    /** A section may stumble over what is missing because it was faulty; those faults are told already. */
    private void ask(PackSection section, Contents contents) {
        boolean faultyBefore = !faults.isEmpty();
        try {
            section.check(contents, items(section), faults);
        } catch (RuntimeException e) {
            if (!faultyBefore) {
                throw e;
            }
            LOG.info("section {} could not be checked in a faulty pack: {}", section.name(), e.toString());
        }
    }

    private List<PackItem> distinct(String section, Map<ItemKey, InstalledItem> ofOthers) {
        Map<String, PackItem> byId = new LinkedHashMap<>();
        for (PackItem item : pack.itemsOf(section)) {
            PackItem first = byId.putIfAbsent(item.id(), item);
            if (first != null) {
                faults.add(item.place(""), given(section, item.id(), first.place("")));
                faults.add(first.place(""), given(section, item.id(), item.place("")));
            }
            InstalledItem other = ofOthers.get(new ItemKey(section, item.id()));
            if (other != null && first == null) {
                faults.add(
                        item.place(""),
                        Text.of(
                                section + " " + item.id() + " 已由主题包 " + other.pack() + " 提供",
                                section + " " + item.id() + " is already brought by the pack " + other.pack()));
            }
        }
        return List.copyOf(byId.values());
    }

    private static Text given(String section, String id, String otherPlace) {
        return Text.of(
                section + " " + id + " 重复，另一处在 " + otherPlace,
                section + " " + id + " is given twice, also at " + otherPlace);
    }
}
