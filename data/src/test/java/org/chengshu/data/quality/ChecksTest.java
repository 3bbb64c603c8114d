package org.chengshu.data.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.data.DataTest;
import org.chengshu.data.rule.RuleJson;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every check counts what it lists, and lists just the rows that it should. */
@DataTest
class ChecksTest {
    @Autowired
    DSLContext sql;

    @Autowired
    Counting counting;

    @Autowired
    FailingRows rows;

    @Test
    void missingIsNullBlankOrAWordForNothing() {
        LedgerWorld firms = LedgerWorld.of(sql, "missing", "id text", "kind text")
                .row("a", "shop")
                .row("b", null)
                .row("c", "  ")
                .row("d", "N/A")
                .row("e", "无");
        expect(firms, "'type':'not-null','field':'kind'", 4, 5, "b", "c", "d", "e");
        expect(firms, "'type':'null-word','field':'kind'", 2, 5, "d", "e");
    }

    @Test
    void repeatedKeysAndLookAlikes() {
        LedgerWorld firms = LedgerWorld.of(sql, "repeated", "id text", "name text")
                .row("a", "Blue Water (Group)")
                .row("b", "blue water（group）")
                .row("c", "Red Hill")
                .row("c", "Green Sea")
                .row(null, "White");
        expect(firms, "'type':'unique','fields':['id']", 2, 4, "c", "c");
        expect(firms, "'type':'look-alike','fields':['name']", 2, 5, "a", "b");
        expect(firms, "'type':'spelling','field':'name'", 1, 5, "b");
    }

    @Test
    void aPatternPassesWordsForNothingOver() {
        LedgerWorld firms = LedgerWorld.of(sql, "pattern", "id text", "capital text")
                .row("a", "100(万元)")
                .row("b", "N/A")
                .row("c", "-")
                .row("d", "100万美元");
        expect(firms, "'type':'pattern','field':'capital','regex':'[0-9]+[(]万元[)]'", 1, 4, "d");
    }

    @Test
    void aTextThatBreaksOff() {
        LedgerWorld firms = LedgerWorld.of(sql, "cut", "id text", "scope text")
                .row("a", "建材、五金（凭许可证经营）")
                .row("b", "建材、五金，")
                .row("c", "建材、五金（凭许可证")
                .row("d", "建材、五金的采购与...")
                .row("e", "建材（含五金）零售");
        String whole = "(?!.*([，、；,;(（【]|[.]{3}|…)\\\\s*$)(?!.*[（(【][^（(【）)】]*$).*";
        expect(firms, "'type':'pattern','field':'scope','regex':'" + whole + "'", 3, 5, "b", "c", "d");
    }

    @Test
    void valuesThatStandStillWithinTheirGroup() {
        LedgerWorld meters = LedgerWorld.of(sql, "stuck", "id text", "meter text", "no integer", "level number");
        for (int i = 0; i < 5; i++) {
            meters.row("a" + i, "one", 10 - i, i < 3 ? 7 : i);
            meters.row("b" + i, "two", i, 7);
        }
        meters.row("gap", "two", 5, null).row("c6", "two", 6, 7).row("c7", "two", 7, 7);
        String check = "'type':'stuck','field':'level','along':'no','groupBy':['meter'],'atLeast':";
        expect(meters, check + "3", 8, 12, "a0", "a1", "a2", "b0", "b1", "b2", "b3", "b4");
        expect(meters, check + "6", 0, 12);
        expect(meters, "'type':'stuck','field':'level','along':'no','atLeast':7", 0, 12);
        assertThatThrownBy(() -> meters.rule("'type':'stuck','field':'level','along':'no','atLeast':1"))
                .isInstanceOf(FaultyInput.class);
    }

    @Test
    void numbersOutsideTheirRangeAlsoWhenWrittenAsText() {
        LedgerWorld values = LedgerWorld.of(sql, "range", "id text", "amount text", "share number")
                .row("a", "1,250.50", 0.5)
                .row("b", "-3", 1.5)
                .row("c", "abc", 0)
                .row("d", "N/A", null)
                .row("e", "", null);
        expect(values, "'type':'range','field':'amount','min':0", 2, 4, "b", "c");
        expect(values, "'type':'range','field':'share','min':0,'max':1", 1, 3, "b");
        expect(values, "'type':'range','field':'share','min':0,'aboveMin':true", 1, 3, "c");
    }

    @Test
    void textsThatDoNotFit() {
        LedgerWorld wards = LedgerWorld.of(sql, "texts", "id text", "ward text", "zip text")
                .row("a", "Ward 5", "02215")
                .row("b", "5", "2215.0")
                .row("c", "Ward 12", " 02216")
                .row("d", null, "０２２１７");
        expect(wards, "'type':'shapes','field':'ward','shapes':['A 9']", 1, 3, "b");
        expect(wards, "'type':'pattern','field':'zip','regex':'[0-9]{5}'", 3, 4, "b", "c", "d");
        expect(wards, "'type':'tidy','field':'zip'", 2, 4, "c", "d");
        expect(wards, "'type':'codes','field':'ward','values':['Ward 5','Ward 12']", 1, 3, "b");
        expect(wards, "'type':'placeholder','field':'zip','values':['02215']", 1, 4, "a");
    }

    @Test
    void fieldsThatContradictEachOther() {
        LedgerWorld orders = LedgerWorld.of(
                        sql,
                        "cross",
                        "id text",
                        "opened instant",
                        "closed instant",
                        "a number",
                        "b number",
                        "total number")
                .row("a", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", 1, 2, 3)
                .row("b", "2026-01-05T00:00:00Z", "2026-01-02T00:00:00Z", 1, 2, 4)
                .row("c", "2026-01-01T00:00:00Z", null, 1, null, 3);
        expect(orders, "'type':'order','lower':'opened','upper':'closed'", 1, 2, "b");
        expect(orders, "'type':'sum','field':'total','terms':['a','b']", 1, 2, "b");
        expect(
                orders,
                "'type':'never','conditions':[{'field':'a','op':'eq','value':1},{'field':'total','op':'gt','value':3}]",
                1,
                3,
                "b");
    }

    @Test
    void oneKeyWithTwoValues() {
        LedgerWorld streets = LedgerWorld.of(sql, "consistent", "id text", "street text", "district text")
                .row("a", "Main", "North")
                .row("b", "Main", "North")
                .row("c", "Main", "South")
                .row("d", "Side", "East");
        expect(streets, "'type':'consistent','key':['street'],'field':'district'", 1, 4, "c");
    }

    @Test
    void numbersFarOutsideOfTheirGroup() {
        LedgerWorld use = LedgerWorld.of(sql, "outlier", "id text", "kind text", "kwh number");
        for (int i = 0; i < 30; i++) {
            use.row("home" + i, "home", 100 + i).row("mill" + i, "mill", 9_000 + 10 * i);
        }
        use.row("odd", "home", 9_100);
        expect(use, "'type':'outlier','field':'kwh','groupBy':'kind'", 1, 61, "odd");
        expect(use, "'type':'outlier','field':'kwh','groupBy':'kind','method':'deviation','k':6", 1, 61, "odd");
        expect(use, "'type':'outlier','field':'kwh','groupBy':'kind','log':true", 1, 61, "odd");
        expect(use, "'type':'outlier','field':'kwh'", 0, 61);
    }

    @Test
    void whatIsLeftOut() {
        LedgerWorld months = LedgerWorld.of(sql, "gaps", "city text", "month date", "no integer")
                .row("A", "2026-01-01", 1)
                .row("A", "2026-02-01", 2)
                .row("A", "2026-05-01", 5)
                .row("B", "2026-01-01", 6)
                .row("B", "2026-02-01", 7);
        String byCity = "'type':'gaps','field':'month','grain':'month','groupBy':['city']";
        expect(months, byCity, 2, 7, "A");
        assertThat(rows.page(months.rule(byCity), months.relation(), org.chengshu.core.access.Viewer.system(), 0, 9)
                        .rows()
                        .getFirst()
                        .toString())
                .contains("2026-02-01")
                .contains("2026-05-01");
        expect(months, "'type':'gaps','field':'no'", 2, 7, "2");
        expect(months, "'type':'gaps','field':'month','grain':'month'", 2, 5, "2026-02-01 00:00:00");
    }

    @Test
    void whatIsOldOrFallsSilent() {
        LedgerWorld lots = LedgerWorld.of(sql, "fresh", "lot text", "seen instant")
                .row("p1", "2026-03-01T00:00:00Z")
                .row("p2", "2026-02-01T00:00:00Z");
        expect(lots, "'type':'fresh','field':'seen','within':'P1D'", 1, 1, "2026-03-01 00:00:00+00");
        expect(lots, "'type':'fresh','field':'seen','within':'P36500D'", 0, 1);
        expect(lots, "'type':'fresh','field':'seen','within':'P2D','groupBy':['lot'],'fromNewest':true", 1, 2, "p2");
    }

    @Test
    void onePieceSplitOverRows() {
        LedgerWorld people = LedgerWorld.of(sql, "whole", "name text", "phone text", "mail text")
                .row("Li", "1", null)
                .row("Li", null, "li@x")
                .row("Wu", "2", "wu@x")
                .row("Wu", "2", null)
                .row("Xu", "3", null)
                .row("Xu", "4", "xu@x");
        expect(people, "'type':'whole','key':['name'],'parts':['phone','mail']", 2, 6, "Li", "Li");
    }

    @Test
    void whatRefersToNothing() {
        sql.execute("truncate cs_town.lamp");
        sql.execute("insert into cs_town.lamp (name, area_path, lit, power) values ('l1', '/', true, 5)");
        LedgerWorld repairs = LedgerWorld.of(sql, "reference", "id text", "lamp text", "watt number")
                .row("a", "l1", 4)
                .row("b", "l2", 4)
                .row("c", "l1", 9)
                .row("d", null, 9);
        expect(repairs, "'type':'reference','field':'lamp','dataset':'town.lamps','key':'name'", 1, 3, "b");
        expect(
                repairs,
                "'type':'within','field':'watt','on':'lamp','dataset':'town.lamps','key':'name','limit':'power'",
                1,
                3,
                "c");
    }

    @Test
    void aRuleThatNoLongerFitsIsToldAndTheOthersAreHeard() {
        LedgerWorld world = LedgerWorld.of(sql, "unfit", "id text").row("a");
        List<RuleResult> results = counting.count(
                        List.of(
                                world.rule("'type':'not-null','field':'gone'"),
                                world.rule("'type':'unique','fields':['id']")),
                        world.relation())
                .results();
        assertThat(results).hasSize(2);
        assertThat(results.getFirst().unfit().orElse("")).contains("no field gone");
        assertThat(results.getLast().unfit()).isEmpty();
    }

    @Test
    void everythingWrongWithARuleIsToldAtOnce() {
        LedgerWorld world = LedgerWorld.of(sql, "faulty", "id text");
        assertThatThrownBy(() -> world.rule("'type':'range','feild':'id','min':'x'"))
                .isInstanceOfSatisfying(FaultyInput.class, e -> assertThat(e.faults())
                        .extracting(fault -> fault.place())
                        .contains("/check/field", "/check/min", "/check/feild"));
        assertThatThrownBy(() -> world.rule("'type':'not-nul','field':'id'"))
                .hasMessageContaining("did you mean not-null?");
        assertThat(RuleJson.class).isFinal();
    }

    private void expect(LedgerWorld world, String check, long failing, long checked, String... listed) {
        assertThat(world.counts(counting, check)).as(check).containsExactly(failing, checked);
        assertThat(world.failing(rows, check)).as(check).containsExactly(listed);
    }
}
