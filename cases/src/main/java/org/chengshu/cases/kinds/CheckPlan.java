package org.chengshu.cases.kinds;

import java.util.List;

/**
 * Which people find out whether cases of a kind were put right; all of these have to say so. After the closure the share of
 * them, 0 to 1, is sampled, that is looked at once more.
 *
 * @param none nobody verifies: what is handled is closed
 */
public record CheckPlan(boolean officer, boolean none, List<CheckWay> ways, double share, CheckWay sampledBy) {
    public static final CheckPlan OFFICER = new CheckPlan(true, false, List.of(), 0, CheckWay.GRID);

    public CheckPlan {
        ways = List.copyOf(ways);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share);
        }
    }

    public boolean asks(CheckWay way) {
        return ways.contains(way);
    }
}
