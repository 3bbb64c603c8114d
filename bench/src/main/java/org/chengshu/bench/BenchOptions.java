package org.chengshu.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What every bench may be told. */
public final class BenchOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there too, as a list of objects")
    Optional<Path> json = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "only these parts; without it all of them")
    List<String> only = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "how long each measurement lasts (default: its own)")
    int seconds;

    @Option(names = "--rounds", paramLabel = "N", description = "how often each is taken (default: its own)")
    int rounds;

    @Option(
            names = "--readings",
            paramLabel = "N",
            description = "how many readings are loaded for the series reads (default: ${DEFAULT-VALUE})")
    long readings = 100_000_000;

    @Option(
            names = "--cases",
            paramLabel = "N",
            description = "how many cases are stored for the bench of cases (default: ${DEFAULT-VALUE})")
    int cases = 1_000_000;

    @Option(names = "--data", paramLabel = "FOLDER", description = "where the bench makes its data folders")
    Optional<Path> data = Optional.empty();

    @Option(names = "--keep", description = "leave the data folders where they are")
    boolean keep;

    @Option(names = "--profile", description = "tell where the node spends its processor time")
    boolean profile;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the node; may be repeated")
    List<String> set = List.of();

    public boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    public int seconds(int usual) {
        return seconds > 0 ? seconds : usual;
    }

    public int rounds(int usual) {
        return rounds > 0 ? rounds : usual;
    }

    public long readings() {
        return readings;
    }

    public int cases() {
        return cases;
    }

    public boolean profile() {
        return profile;
    }

    /** What a node of the bench is started with. */
    public List<String> nodeArguments() {
        return set.stream().flatMap(setting -> Stream.of("--set", setting)).toList();
    }

    List<String> only() {
        return List.copyOf(only);
    }
}
