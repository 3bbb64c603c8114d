package org.chengshu.bench.cases;

/**
 * What a generator of cases is to do.
 *
 * @param what life for whole life cycles one after the other, report for reports alone
 * @param perSecond so many begun each second whatever the answers do; 0 lets each line begin when it has ended
 * @param mark stands in each description, so that what was taken can be counted in the database
 */
public record CaseLoadPlan(
        String node, String token, String verifier, String what, int lines, int perSecond, int seconds, String mark) {
    static final String LIFE = "life";
    static final String REPORT = "report";

    static CaseLoadPlan life(String node, Tokens tokens, int lines, int seconds, String mark) {
        return new CaseLoadPlan(node, tokens.dispatcher(), tokens.verifier(), LIFE, lines, 0, seconds, mark);
    }

    static CaseLoadPlan reports(String node, Tokens tokens, int lines, int seconds, String mark) {
        return new CaseLoadPlan(node, tokens.dispatcher(), tokens.verifier(), REPORT, lines, 0, seconds, mark);
    }

    CaseLoadPlan atRate(int rate) {
        return new CaseLoadPlan(node, token, verifier, what, lines, rate, seconds, mark);
    }

    /** Who works: one reports, dispatches and handles, the other looks at it afterwards. */
    record Tokens(String dispatcher, String verifier) {}
}
