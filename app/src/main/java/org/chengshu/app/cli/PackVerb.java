package org.chengshu.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.app.pack.PackFolder;
import org.chengshu.app.pack.PackSource;
import org.chengshu.app.pack.PackWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "A city's configuration as files. FOLDER may also be a .zip.",
        footer = "%nLanguage of the words: --lang zh or en; without it, that of LC_ALL or LANG.",
        subcommands = {
            PackVerb.Check.class,
            PackVerb.Diff.class,
            PackChangeVerb.Apply.class,
            PackChangeVerb.Remove.class,
            PackVerb.ListPacks.class,
            PackVerb.History.class,
            PackExportVerb.class,
            PackVerb.Schema.class
        })
final class PackVerb {
    private static final String PACKS = PackSource.PACKS;
    private static final int FAULTS = 1;
    private static final int DIFFERENCES = 1;
    private static final int TROUBLE = 2;

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks a pack whole and shows all faults with file and line; changes nothing.",
            footer = "%nExit code: 0 without faults, 1 with faults.%nExample: chengshu pack check packs/air-quality")
    static final class Check implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        PackWords words = new PackWords();

        @Option(names = "--strict", description = "takes warnings for faults")
        boolean strict;

        @Parameters(paramLabel = "FOLDER", description = "the pack's folder (default: this one)")
        Path folder = Path.of(".");

        @Override
        public Integer call() {
            PackFolder pack = PackFolder.at(folder);
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode warnings = pack.check(node.client()).path("warnings");
                words.warnings(warnings);
                words.say(
                        "没有错误" + (warnings.isEmpty() ? "" : "，" + warnings.size() + " 个警告"),
                        "no faults" + (warnings.isEmpty() ? "" : ", " + warnings.size() + " warnings"));
                return strict && !warnings.isEmpty() ? FAULTS : 0;
            } catch (NodeClient.Refused refused) {
                words.faults(refused.problem());
                return FAULTS;
            }
        }
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Says in words what applying a pack would change; changes nothing.",
            footer = {
                "%nExit code: 0 no differences, 1 differences, 2 trouble, as diff and kubectl have it.",
                "Examples: chengshu pack diff packs/air-quality",
                "          chengshu pack diff air-quality@1.0.0"
            })
    static final class Diff implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        PackWords words = new PackWords();

        @Parameters(paramLabel = "FOLDER|ID@VERSION", description = "a folder, or a version that was applied before")
        String source = ".";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode diff = PackSource.of(source, node.client()).diff();
                words.diff(diff);
                return diff.path("kind").asString().equals("unchanged") ? 0 : DIFFERENCES;
            } catch (NodeClient.Refused refused) {
                words.faults(refused.problem());
                return TROUBLE;
            }
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the packs in force.")
    static final class ListPacks implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        PackWords words = new PackWords();

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                node.client().get(PACKS).path("items").forEach(words::pack);
            }
            return 0;
        }
    }

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Lists the states that a pack was brought into, newest first.",
            footer = "%nGo back with: chengshu pack apply ID@VERSION, or ID@r3 for a revision.")
    static final class History implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        PackWords words = new PackWords();

        @Parameters(paramLabel = "ID", description = "the pack")
        String id = "";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                node.client()
                        .get(PACKS + "/" + Urls.encode(id) + "/history")
                        .path("items")
                        .forEach(words::revision);
            }
            return 0;
        }
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Gives the JSON Schema of pack files, so that editors complete and check while you write.",
            footer = "%nExample: chengshu pack schema --to pack.schema.json")
    static final class Schema implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Option(names = "--to", paramLabel = "FILE", description = "the file to write (default: prints it)")
        Optional<Path> to = Optional.empty();

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                String schema = node.client().get(PACKS + "/schema").toPrettyString() + "\n";
                to.ifPresentOrElse(
                        file -> PackExportVerb.write(file, Map.of("", schema)), () -> System.out.print(schema));
            }
            return 0;
        }
    }
}
