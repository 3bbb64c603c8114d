package org.chengshu.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.app.pack.PackSource;
import org.chengshu.app.pack.PackWords;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackZip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Gives a pack's files back as they were applied, to the byte.",
        footer = {
            "%nExamples: chengshu pack export air-quality --to /tmp/air-quality",
            "          chengshu pack export air-quality@1.0.0 --to air-quality-1.0.0.zip",
            "          chengshu pack export my-city --made-by-hand     (a draft pack of what belongs to none)"
        })
final class PackExportVerb implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    @Mixin
    PackWords words = new PackWords();

    @Option(
            names = "--to",
            paramLabel = "FOLDER|FILE.zip",
            description = "where to write (default: a folder named like the pack)")
    Optional<Path> to = Optional.empty();

    @Option(
            names = "--made-by-hand",
            description = "makes a pack, named ID, of what was made on screens and belongs to no pack")
    boolean madeByHand;

    @Option(names = "--force", description = "writes over files that are there")
    boolean force;

    @Parameters(paramLabel = "ID[@VERSION]", description = "the pack, or a version of it that was applied before")
    String source = "";

    @Override
    public Integer call() {
        try (RunningNode node = RunningNode.of(options)) {
            String id = source.contains("@") ? source.substring(0, source.indexOf('@')) : source;
            Map<String, String> files = files(node.client(), id);
            if (files.isEmpty()) {
                words.say("没有手工建立的内容", "nothing was made by hand");
                return 1;
            }
            Path target = to.orElse(Path.of(id));
            if (target.toString().endsWith(".zip")) {
                requireFree(target);
                Files.write(target, PackZip.write(id, new PackFiles(files)));
            } else {
                files.keySet().forEach(path -> requireFree(target.resolve(path)));
                write(target, files);
            }
            String count = files.size() + (files.size() == 1 ? " file" : " files");
            words.say("已写入 " + target + "：" + files.size() + " 个文件", "wrote " + count + " to " + target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private Map<String, String> files(NodeClient client, String id) {
        if (madeByHand) {
            JsonNode draft = client.get(PackSource.PACKS + "/made-by-hand?id=" + Urls.encode(id));
            return draft.path("items").isEmpty() ? Map.of() : files(draft);
        }
        if (source.contains("@")) {
            return PackSource.of(source, client) instanceof PackSource.Kept kept
                    ? files(client.get(PackSource.PACKS + "/" + Urls.encode(id) + "/files?revision=" + kept.revision()))
                    : Map.of();
        }
        return files(client.get(PackSource.PACKS + "/" + Urls.encode(id) + "/files"));
    }

    private static Map<String, String> files(JsonNode answer) {
        Map<String, String> files = new TreeMap<>();
        answer.path("files")
                .properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asString()));
        return files;
    }

    private void requireFree(Path file) {
        if (!force && Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already; --force writes over it");
        }
    }

    /** Writes texts below a folder; a path that is empty means the file itself. */
    static void write(Path folder, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = file.getKey().isEmpty() ? folder : folder.resolve(file.getKey());
                if (target.toAbsolutePath().getParent() != null) {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                }
                Files.writeString(target, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
