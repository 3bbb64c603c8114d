package org.chengshu.core.packs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackDiff;
import org.chengshu.core.packs.PackDiff.FieldDiff;
import org.chengshu.core.packs.PackDiff.Kind;
import org.chengshu.core.packs.PackDiff.SectionDiff;
import org.chengshu.core.packs.PackFault;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.internal.diff.FieldWords;
import org.chengshu.core.packs.internal.version.Versions;
import org.chengshu.core.packs.internal.yaml.FaultList;
import org.chengshu.kernel.Text;

/** What is to happen with a faultless pack: the diff, made once, is both shown and acted on. */
final class PackPlan {
    private final Sections sections;
    private final PackStore store;
    private final DiffMaker diffs;

    PackPlan(Sections sections, PackStore store, Uses uses) {
        this.sections = sections;
        this.store = store;
        this.diffs = new DiffMaker(sections, uses);
    }

    PackDiff applying(PackCheck check, PackFiles files) {
        Manifest manifest = check.manifest().orElseThrow();
        Snapshot installed = check.installed();
        Optional<InstalledPack> former = installed.find(manifest.id());
        String contentHash = Hash.of(files);
        Kind kind = former.map(pack -> kind(pack, manifest, contentHash)).orElse(Kind.INSTALL);
        List<SectionDiff> items = kind == Kind.UNCHANGED
                ? List.of()
                : diffs.between(manifest.id(), installed.itemsOf(manifest.id()), check.items());
        Map<String, String> had = former.map(pack -> store.files(pack.id())).orElse(Map.of());
        List<FieldDiff> fields = former.isPresent() ? manifestFields(had, manifest) : List.of();
        return new PackDiff(
                manifest.id(),
                manifest.title(),
                kind,
                former.map(InstalledPack::version),
                Optional.of(manifest.version()),
                installed.fingerprint(contentHash, sections.schemasHash()),
                List.of(),
                items.isEmpty() && fields.isEmpty() && former.isPresent() ? differing(had, files) : List.of(),
                warnings(check, former, manifest, kind),
                fields,
                items);
    }

    PackDiff removing(InstalledPack pack, Snapshot installed) {
        return new PackDiff(
                pack.id(),
                pack.title(),
                Kind.REMOVE,
                Optional.of(pack.version()),
                Optional.empty(),
                installed.fingerprint("", sections.schemasHash()),
                blockers(pack, installed),
                List.of(),
                List.of(),
                List.of(),
                diffs.between(pack.id(), installed.itemsOf(pack.id()), Map.of()));
    }

    private List<PackFault> blockers(InstalledPack pack, Snapshot installed) {
        FaultList blockers = new FaultList();
        pack.neededBy()
                .forEach(other ->
                        blockers.add(other, Text.of("主题包 " + other + " 依赖它", "the pack " + other + " requires it")));
        new OtherPacks(sections, store, installed).check(pack.id(), List.of(), blockers);
        return blockers.sorted();
    }

    private static Kind kind(InstalledPack former, Manifest manifest, String contentHash) {
        if (former.contentHash().equals(contentHash)) {
            return Kind.UNCHANGED;
        }
        return Versions.isLower(manifest.version(), former.version()) ? Kind.DOWNGRADE : Kind.UPDATE;
    }

    private static List<PackFault> warnings(
            PackCheck check, Optional<InstalledPack> former, Manifest manifest, Kind kind) {
        List<PackFault> warnings = new ArrayList<>(check.warnings());
        String place = manifest.item().place("/version");
        former.ifPresent(pack -> {
            if (kind == Kind.UPDATE && pack.version().equals(manifest.version())) {
                warnings.add(new PackFault(
                        place,
                        Text.of(
                                "内容已改，版本仍是 " + pack.version() + "；建议增大版本",
                                "the files changed, yet the version still is " + pack.version()
                                        + "; better raise it")));
            } else if (kind == Kind.DOWNGRADE) {
                warnings.add(new PackFault(
                        place, Text.of("低于已安装的 " + pack.version(), "lower than the installed " + pack.version())));
            }
        });
        return warnings;
    }

    private List<FieldDiff> manifestFields(Map<String, String> had, Manifest manifest) {
        PackFiles before = new PackFiles(Map.of(Manifest.FILE, had.getOrDefault(Manifest.FILE, "")));
        return new PackReader(sections, new FaultList())
                .read(before).manifestItem().stream()
                        .flatMap(item ->
                                FieldWords.of(
                                        Manifest.SCHEMA_JSON,
                                        item.json(),
                                        manifest.item().json())
                                        .stream())
                        .filter(field -> !field.pointer().equals("/version"))
                        .toList();
    }

    private static List<String> differing(Map<String, String> had, PackFiles files) {
        List<String> paths = new ArrayList<>();
        files.pathToText().forEach((path, text) -> {
            if (!text.equals(had.get(path))) {
                paths.add(path);
            }
        });
        had.keySet().stream()
                .filter(path -> !files.pathToText().containsKey(path))
                .forEach(paths::add);
        return paths;
    }
}
