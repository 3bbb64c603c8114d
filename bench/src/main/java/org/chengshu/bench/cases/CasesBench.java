package org.chengshu.bench.cases;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Suite;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.cases.CaseLoadPlan.Tokens;
import org.chengshu.bench.yard.Server;

/** Cases: how fast they pass through their stages, how fast they are found among a million, and what a rush of reports does. */
public final class CasesBench implements Suite {
    static final int OPEN = 20_000;
    private static final String LIFE = "life";
    private static final String READS = "reads";
    private static final String BURST = "burst";
    // All requests of the bench come with two tokens.
    private static final List<String> NO_LIMITS =
            List.of("--set", "http.token-requests=0", "--set", "http.account-requests=0");

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public List<String> parts() {
        return List.of(LIFE, READS, BURST);
    }

    @Override
    public List<Figure> run(BenchOptions options, Workplace place) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (NodeProcess full = node(options, place, "full")) {
            Tokens tokens = filled(full, "full", options.cases());
            if (options.wants(LIFE)) {
                try (NodeProcess empty = node(options, place, "empty")) {
                    Tokens others = filled(empty, "empty", OPEN);
                    figures.addAll(new LifePart(full, tokens, empty, others).run(options));
                }
            }
            if (options.wants(READS)) {
                figures.addAll(new CaseReadPart(full, tokens).run(options));
            }
            if (options.wants(BURST)) {
                figures.addAll(new BurstPart(full, tokens).run(options));
            }
        }
        place.clear("full");
        return figures;
    }

    private static NodeProcess node(BenchOptions options, Workplace place, String name) throws Exception {
        List<String> arguments = new ArrayList<>(NO_LIMITS);
        arguments.addAll(options.nodeArguments());
        return NodeProcess.start(place.folder(name), NodeProcess.AS_SHIPPED, arguments);
    }

    private static Tokens filled(NodeProcess node, String name, int cases) throws Exception {
        Tokens tokens = CaseCity.on(node);
        long begun = System.nanoTime();
        CaseCity.fill(Server.of(node.data()), cases, OPEN);
        Talk.say("%s: %d cases in %.0f s".formatted(name, cases, (System.nanoTime() - begun) / 1e9));
        return tokens;
    }
}
