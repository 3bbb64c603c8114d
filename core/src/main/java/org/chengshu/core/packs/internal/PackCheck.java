package org.chengshu.core.packs.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.CheckReport.SectionChange;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.internal.PackReader.ReadPack;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check of one pack against what is installed: reads it, then asks schemas and sections, and collects every fault. */
final class PackCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PackCheck.class);

    private final Sections sections;
    private final Set<String> installedPacks;
    private final List<InstalledItem> installed;
    private final FaultList faults = new FaultList();
    private final Map<String, List<PackItem>> passing = new LinkedHashMap<>();
    private final ReadPack pack;

    PackCheck(Sections sections, PackStore store, PackFiles files) {
        this.sections = sections;
        this.installedPacks =
                store.list().stream().map(each -> each.id()).collect(Collectors.toCollection(TreeSet::new));
        this.installed = store.items();
        this.pack = new PackReader(sections, faults).read(files);
        check();
        boolean losesItems =
                changes().stream().anyMatch(change -> !change.removed().isEmpty());
        if (faults.isEmpty() && losesItems) {
            new OtherPacks(sections, store).check(packId(), toInstall(), faults);
        }
    }

    Optional<Manifest> manifest() {
        return pack.manifest();
    }

    List<PackItem> items(PackSection section) {
        return passing.getOrDefault(section.name(), List.of());
    }

    List<InstalledItem> toInstall() {
        List<InstalledItem> all = new ArrayList<>();
        passing.forEach((section, items) -> items.forEach(item -> all.add(new InstalledItem(
                section,
                item.id(),
                packId(),
                new Hash().add(item.json().toString()).hex(),
                item.json()))));
        return all;
    }

    CheckReport report() {
        return new CheckReport(
                manifest().map(Manifest::id),
                manifest().map(Manifest::version),
                faults.sorted(),
                faults.isEmpty() ? changes() : List.of());
    }

    private String packId() {
        return manifest().map(Manifest::id).orElse("");
    }

    private void check() {
        manifest().ifPresent(this::checkRequires);
        Map<List<String>, InstalledItem> ofOthers = installed.stream()
                .filter(item -> !item.pack().equals(packId()))
                .collect(Collectors.toMap(item -> List.of(item.section(), item.id()), item -> item));
        Contents contents = new Contents(packId(), sections, ofOthers.values());
        for (PackSection section : sections.inOrder()) {
            List<PackItem> distinct = distinct(section.name(), ofOthers);
            List<PackItem> good = new ArrayList<>();
            for (PackItem item : distinct) {
                if (sections.schema(section).passes(section.name() + " " + item.id(), item, faults)) {
                    good.add(item);
                } else {
                    contents.addFailing(section.name(), item);
                }
            }
            passing.put(section.name(), good);
            contents.addPassing(section.name(), good);
        }
        for (PackSection section : sections.inOrder()) {
            if (!items(section).isEmpty()) {
                ask(section, contents);
            }
        }
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

    private void checkRequires(Manifest manifest) {
        for (int i = 0; i < manifest.requires().size(); i++) {
            String needed = manifest.requires().get(i);
            if (needed.equals(manifest.id()) || !installedPacks.contains(needed)) {
                Optional<String> near = Nearest.of(needed, installedPacks);
                faults.add(
                        manifest.item().place("/requires/" + i),
                        Text.of(
                                "需要先安装主题包 " + needed
                                        + near.map(id -> "，是否为 " + id + "？").orElse(""),
                                "the pack " + needed + " must be installed first"
                                        + near.map(id -> ", did you mean " + id + "?")
                                                .orElse("")));
            }
        }
    }

    private List<PackItem> distinct(String section, Map<List<String>, InstalledItem> ofOthers) {
        Map<String, PackItem> byId = new LinkedHashMap<>();
        for (PackItem item : pack.itemsOf(section)) {
            PackItem first = byId.putIfAbsent(item.id(), item);
            if (first != null) {
                faults.add(item.place(""), given(section, item.id(), first.place("")));
                faults.add(first.place(""), given(section, item.id(), item.place("")));
            }
            InstalledItem other = ofOthers.get(List.of(section, item.id()));
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

    private List<SectionChange> changes() {
        Map<String, Map<String, String>> before = new HashMap<>();
        installed.stream().filter(item -> item.pack().equals(packId())).forEach(item -> before.computeIfAbsent(
                        item.section(), any -> new HashMap<>())
                .put(item.id(), item.hash()));
        Map<String, Map<String, String>> after = new HashMap<>();
        toInstall().forEach(item -> after.computeIfAbsent(item.section(), any -> new LinkedHashMap<>())
                .put(item.id(), item.hash()));
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> change(name, before.getOrDefault(name, Map.of()), after.getOrDefault(name, Map.of())))
                .filter(SectionChange::differs)
                .toList();
    }

    private static SectionChange change(String section, Map<String, String> before, Map<String, String> after) {
        return new SectionChange(
                section,
                after.keySet().stream().filter(id -> !before.containsKey(id)).toList(),
                after.keySet().stream()
                        .filter(id -> before.containsKey(id) && !before.get(id).equals(after.get(id)))
                        .toList(),
                before.keySet().stream()
                        .filter(id -> !after.containsKey(id))
                        .sorted()
                        .toList());
    }
}
