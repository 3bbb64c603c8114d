package org.chengshu.core.packs.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.internal.version.Requirement;
import org.chengshu.core.packs.internal.version.VersionRange;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Whether the packs that one builds on are there in a fitting version, and whether it still fits those that build on it. */
final class RequiresCheck {
    private final Manifest manifest;
    private final Snapshot installed;
    private final PackFaults faults;

    RequiresCheck(Manifest manifest, Snapshot installed, PackFaults faults) {
        this.manifest = manifest;
        this.installed = installed;
        this.faults = faults;
    }

    void check() {
        JsonNode written = manifest.item().json().path("requires");
        if (written.isArray()) {
            for (int i = 0; i < written.size(); i++) {
                readable(written.path(i).asString(""), "/requires/" + i);
            }
        } else {
            written.properties()
                    .forEach(entry -> readable(
                            entry.getKey() + " " + entry.getValue().asString(""), "/requires/" + entry.getKey()));
        }
        manifest.requires().forEach(this::needed);
        circle();
        installed.packs().stream()
                .filter(other -> !other.id().equals(manifest.id()))
                .forEach(this::fitsThoseThatNeedIt);
    }

    private void readable(String written, String pointer) {
        if (Requirement.parse(written, pointer).isEmpty()) {
            add(
                    pointer,
                    "“" + written + "” 不是版本范围，例如 air-quality >=1.2 <2",
                    "\"" + written + "\" is no range of versions, such as air-quality >=1.2 <2");
        }
    }

    private void needed(Requirement requirement) {
        Optional<InstalledPack> there = installed.find(requirement.pack());
        if (requirement.pack().equals(manifest.id())) {
            add(requirement.pointer(), "主题包不能依赖自己", "a pack cannot require itself");
        } else if (there.isEmpty()) {
            missing(requirement);
        } else if (!requirement.range().contains(there.get().version())) {
            String version = there.get().version();
            add(
                    requirement.pointer(),
                    "需要 " + requirement.written() + "，已安装的是 " + version,
                    requirement.written() + " is required, but version " + version + " is installed");
        }
    }

    private void missing(Requirement requirement) {
        Optional<String> near = Nearest.of(requirement.pack(), installed.ids());
        add(
                requirement.pointer(),
                "需要先安装主题包 " + requirement.written()
                        + near.map(id -> "，是否为 " + id + "？").orElse(""),
                "the pack " + requirement.written() + " must be installed first"
                        + near.map(id -> ", did you mean " + id + "?").orElse(""));
    }

    /** The way from a required pack back to this one, over what the installed packs require. */
    private void circle() {
        for (Requirement requirement : manifest.requires()) {
            wayBack(requirement.pack()).ifPresent(way -> {
                String circle = manifest.id() + " -> " + String.join(" -> ", way);
                add(requirement.pointer(), "依赖成环：" + circle, "the requirements go in a circle: " + circle);
            });
        }
    }

    private Optional<List<String>> wayBack(String from) {
        Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(from)));
        List<String> seen = new ArrayList<>(List.of(from));
        while (!ways.isEmpty()) {
            List<String> way = ways.removeFirst();
            for (String next : requiredBy(way.getLast())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(manifest.id())) {
                    return Optional.of(longer);
                }
                if (!seen.contains(next)) {
                    seen.add(next);
                    ways.addLast(longer);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> requiredBy(String pack) {
        return installed.find(pack).stream()
                .flatMap(found -> requirements(found).stream())
                .map(Requirement::pack)
                .toList();
    }

    private void fitsThoseThatNeedIt(InstalledPack other) {
        for (Requirement requirement : requirements(other)) {
            VersionRange range = requirement.range();
            if (requirement.pack().equals(manifest.id()) && !range.contains(manifest.version())) {
                add(
                        "/version",
                        "主题包 " + other.id() + " 需要 " + requirement.written() + "，" + manifest.version() + " 不在其中",
                        "the pack " + other.id() + " requires " + requirement.written() + ", which version "
                                + manifest.version() + " is not");
            }
        }
    }

    private static List<Requirement> requirements(InstalledPack pack) {
        return pack.requires().stream()
                .flatMap(written -> Requirement.parse(written, "").stream())
                .toList();
    }

    private void add(String pointer, String zh, String en) {
        faults.add(manifest.item().place(pointer), Text.of(zh, en));
    }
}
