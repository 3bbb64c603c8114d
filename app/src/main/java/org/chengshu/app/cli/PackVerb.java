package org.chengshu.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "A city's configuration as files.",
        subcommands = {PackVerb.Check.class, PackVerb.Apply.class, PackVerb.ListPacks.class})
final class PackVerb {
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks a pack whole and shows all faults with file and line; changes nothing.",
            footer = "%nExample: chengshu pack check packs/air-quality")
    static final class Check implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(paramLabel = "FOLDER", description = "the pack's folder")
        Path folder = Path.of(".");

        @Override
        public Integer call() {
            PackFolder pack = PackFolder.at(folder);
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode report = pack.check(node.client());
                for (JsonNode fault : report.path("faults")) {
                    System.out.println(fault.path("place").asString("") + "  "
                            + fault.path("detail").asString(""));
                }
                int faults = report.path("faults").size();
                System.out.println(faults == 0 ? "no faults" : faults + " faults");
                return faults == 0 ? 0 : 1;
            }
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Applies a pack, all of it or nothing; applying it again changes nothing.",
            footer = "%nExample: chengshu pack apply packs/air-quality")
    static final class Apply implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(paramLabel = "FOLDER", description = "the pack's folder")
        Path folder = Path.of(".");

        @Override
        public Integer call() {
            PackFolder pack = PackFolder.at(folder);
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode applied = pack.applyTo(node.client());
                System.out.println(applied.toString());
            }
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the packs in force.")
    static final class ListPacks implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode packs = node.client().get("/api/core/v1/packs");
                for (JsonNode pack : packs.path("items")) {
                    System.out.println(pack.path("id").asString() + "  "
                            + pack.path("version").asString() + "  "
                            + pack.path("title").path("zh").asString() + "  "
                            + pack.path("title").path("en").asString());
                }
            }
            return 0;
        }
    }
}
