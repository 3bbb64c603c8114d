package org.chengshu.bench.cases;

import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Rounds;
import org.chengshu.bench.Talk;
import org.chengshu.bench.cases.CaseLoadPlan.Tokens;
import org.chengshu.bench.node.DatabaseWaits;
import org.chengshu.bench.node.Profile;
import org.chengshu.bench.yard.Server;

/**
 * Whole life cycles over HTTP (looked for among the open ones, reported, accepted, filed, dispatched, taken, handled, verified and
 * closed by somebody else: eight requests) by eight lines at once, on the node with all cases and on the one with the same number open
 * and no others, by turns.
 */
final class LifePart {
    private static final int LINES = 8;
    private static final int SECONDS = 20;
    private static final int ROUNDS = 5;
    private static final double LEAST = 0.9;
    private static final String FULL = "full";
    private static final String EMPTY = "empty";

    private final NodeProcess full;
    private final Tokens fullTokens;
    private final NodeProcess empty;
    private final Tokens emptyTokens;

    LifePart(NodeProcess full, Tokens fullTokens, NodeProcess empty, Tokens emptyTokens) {
        this.full = full;
        this.fullTokens = fullTokens;
        this.empty = empty;
        this.emptyTokens = emptyTokens;
    }

    List<Figure> run(BenchOptions options) throws Exception {
        Rounds rounds = new Rounds();
        Rounds warm = new Rounds();
        int seconds = options.seconds(SECONDS);
        one(full, fullTokens, seconds, FULL, warm);
        one(empty, emptyTokens, seconds, EMPTY, warm);
        for (int round = 0; round < options.rounds(ROUNDS); round++) {
            boolean fullFirst = round % 2 == 0;
            if (fullFirst) {
                one(full, fullTokens, seconds, FULL, rounds);
            }
            one(empty, emptyTokens, seconds, EMPTY, rounds);
            if (!fullFirst) {
                one(full, fullTokens, seconds, FULL, rounds);
            }
        }
        if (options.profile()) {
            profile(seconds);
        }
        return List.of(new Figure(
                "case-life-cycles",
                rounds.median(FULL),
                "cases/s",
                Yardstick.measured(rounds.median(EMPTY)),
                Goal.ratioAtLeast(LEAST)));
    }

    private void profile(int seconds) throws Exception {
        DatabaseWaits database = DatabaseWaits.watch(Server.of(full.data()).open("postgres"));
        Profile profile = Profile.begin(full.handle());
        one(full, fullTokens, seconds, FULL, new Rounds());
        profile.end().tell();
        database.end();
        database.tell(List.of());
    }

    private static void one(NodeProcess node, Tokens tokens, int seconds, String what, Rounds rounds) throws Exception {
        CaseLoadOutcome outcome =
                CaseLoad.apart(CaseLoadPlan.life(node.people("/").toString(), tokens, LINES, seconds, "life"));
        if (outcome.faulty() > 0 || outcome.refused() > 0 || outcome.done() == 0) {
            throw new IllegalStateException("life cycles on " + what + ": " + outcome);
        }
        rounds.add(what, outcome.perSecond());
        Talk.say("  life, %s: %.1f cases/s, p50 %.0f ms, p95 %.0f ms"
                .formatted(what, outcome.perSecond(), outcome.p50Millis(), outcome.p95Millis()));
    }
}
