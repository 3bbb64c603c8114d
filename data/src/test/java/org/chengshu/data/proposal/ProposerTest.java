package org.chengshu.data.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.DataTest;
import org.chengshu.data.profile.Profiler;
import org.chengshu.data.quality.LedgerWorld;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a profile suggests, and what it leaves alone. */
@DataTest
class ProposerTest {
    private static final int ROWS = 360;

    @Autowired
    DSLContext sql;

    @Autowired
    Profiler profiler;

    @Test
    void anAmountIsNotAboveTheOneThatItIsPartOf() {
        LedgerWorld air = LedgerWorld.of(sql, "dust", "fine number", "all_dust number", "pressure number");
        for (int i = 0; i < ROWS; i++) {
            int fine = 5 + i * 37 % 211;
            air.row(fine, i == 9 ? 1 : fine + i * 13 % 40, 1_000 + i % 40);
        }

        assertThat(proposed(air)).contains("order fine all_dust").noneMatch(one -> one.contains("order fine pressure"));
    }

    @Test
    void measuredValuesThatStandStillAreAskedFor() {
        LedgerWorld meters = LedgerWorld.of(sql, "still", "meter text", "no integer", "level number", "kind text");
        for (int i = 0; i < ROWS; i++) {
            meters.row("m" + i % 3, i / 3, (i * 17 % 60) + 0.5, "k" + i % 2);
        }

        assertThat(proposed(meters))
                .contains("stuck level along no by meter")
                .noneMatch(one -> one.startsWith("stuck no"));
    }

    @Test
    void twoFieldsFilledInTogetherMakeOneRule() {
        LedgerWorld cases = LedgerWorld.of(sql, "hall", "lat number", "lon number", "kind text");
        for (int i = 0; i < 400; i++) {
            boolean hall = i % 10 == 0;
            cases.row(
                    hall ? 42.3594 : 42.1 + i / 10_000.0,
                    hall ? -71.0587 : -71.1 - i / 10_000.0,
                    i % 5 == 0 ? "其他" : "k" + i);
        }

        assertThat(proposed(cases)).contains("never lat lon").noneMatch(one -> one.startsWith("placeholder"));
    }

    @Test
    void aValueAtTheEndOfItsScaleIsAskedFor() {
        LedgerWorld gas = LedgerWorld.of(sql, "scale", "co integer", "share integer");
        for (int i = 0; i < ROWS; i++) {
            gas.row(i % 40 == 0 ? 10_000 : 100 + i * 23, i % 101);
        }

        assertThat(proposed(gas)).contains("placeholder co").doesNotContain("placeholder share");
    }

    @Test
    void zeroIsTheLowEndOfAScaleOfSteps() {
        LedgerWorld winds = LedgerWorld.of(sql, "calm", "wind number", "floors integer");
        for (int i = 0; i < ROWS; i++) {
            winds.row(i % 120 == 0 ? 0 : (1 + i * 7 % 40) / 10.0, i % 120 == 0 ? 0 : 1 + (i % 4 == 0 ? i % 30 : 0));
        }

        assertThat(proposed(winds)).contains("range floors").doesNotContain("range wind");
    }

    @Test
    void codesThatRowsShareAreNoLookAlikesAndTwoFieldsThatTellRowsApartAreKey() {
        LedgerWorld lots = LedgerWorld.of(sql, "lots", "parcel text", "station text", "hour integer", "level integer");
        for (int i = 0; i < ROWS; i++) {
            lots.row("065900" + (1_000 + (i < 20 ? i / 2 : i)), "s" + i % 3, i / 3, i * 7 % 50);
        }

        assertThat(proposed(lots)).noneMatch(one -> one.startsWith("look-alike"));
    }

    @Test
    void textsThatSayLessThanTheOthersAreAskedFor() {
        LedgerWorld firms = LedgerWorld.of(sql, "words", "scope text", "address text", "capital text");
        for (int i = 0; i < ROWS; i++) {
            String scope = "批发、零售建筑材料、五金交电、日用百货、机电设备及配件，仓储服务，第" + i + "项（凭许可证经营）";
            firms.row(
                    i % 60 == 0 ? scope.substring(0, scope.length() - 4) : scope,
                    (i % 60 == 1 ? "" : "东城区") + "和平路" + i + "号",
                    i % 9 == 0 ? "1,000(万元)" : i + "(万元)");
        }

        assertThat(proposed(firms))
                .contains("pattern scope missing", "pattern address wrong", "pattern capital disordered [^,]*");
    }

    private List<String> proposed(LedgerWorld world) {
        return Proposer.drafts(
                        world.relation().dataset(), profiler.study(world.relation(), Optional.empty()), List.of())
                .stream()
                .map(ProposerTest::words)
                .toList();
    }

    private static String words(Draft draft) {
        var check = draft.spec().path("check");
        String kind = draft.spec().path("kind").asString("");
        return switch (check.path("type").asString()) {
            case "order" ->
                "order " + check.path("lower").asString() + " "
                        + check.path("upper").asString();
            case "stuck" ->
                "stuck " + check.path("field").asString() + " along "
                        + check.path("along").asString() + " by "
                        + check.at("/groupBy/0").asString("-");
            case "never" ->
                "never " + check.at("/conditions/0/field").asString() + " "
                        + check.at("/conditions/1/field").asString();
            case "pattern" ->
                "pattern " + check.path("field").asString() + " " + kind
                        + (check.path("regex").asString().equals("[^,]*") ? " [^,]*" : "");
            case "look-alike", "unique" -> check.path("type").asString() + " " + check.path("fields");
            default -> check.path("type").asString() + " " + check.path("field").asString();
        };
    }
}
