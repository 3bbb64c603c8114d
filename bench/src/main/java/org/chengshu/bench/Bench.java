package org.chengshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.chengshu.bench.cases.CasesBench;
import org.chengshu.bench.data.DataBench;
import org.chengshu.bench.faults.SenseFaults;
import org.chengshu.bench.sense.SenseBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The verb {@code bench}: runs one suite and prints its figures. Ends with 1 when one of them is short of its goal. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the program against yardsticks of this machine, taken in the same run by turns.",
        footer = "%nExample: chengshu bench sense --json figures.json")
public final class Bench implements Callable<Integer> {
    private static final List<Suite> SUITES =
            List.of(new SenseBench(), new SenseFaults(), new DataBench(), new CasesBench());

    @Parameters(paramLabel = "NAME", description = "sense, sense-faults, data, cases")
    String name = "";

    @Mixin
    BenchOptions options = new BenchOptions();

    public static void main(String[] words) {
        System.exit(new CommandLine(new Bench()).setUsageHelpAutoWidth(true).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Suite suite = suite();
        List<Figure> figures;
        try (Workplace place = Workplace.of(options)) {
            figures = suite.run(options, place);
        }
        figures.forEach(figure -> System.out.println(figure.line()));
        write(figures);
        return figures.stream().allMatch(Figure::isMet) ? 0 : 1;
    }

    private Suite suite() {
        Suite suite = SUITES.stream()
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no bench '" + name + "'; there are "
                        + SUITES.stream().map(Suite::name).toList()));
        List<String> unknown = options.only().stream()
                .filter(part -> !suite.parts().contains(part))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(name + " has no part " + unknown + "; there are " + suite.parts());
        }
        return suite;
    }

    private void write(List<Figure> figures) throws IOException {
        if (options.json.isPresent()) {
            Files.writeString(
                    options.json.get(),
                    JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(
                                            figures.stream().map(Figure::json).toList())
                            + "\n");
        }
    }
}
