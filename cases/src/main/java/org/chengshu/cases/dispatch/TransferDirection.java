package org.chengshu.cases.dispatch;

/** Where a case goes in the levels of the city; a department bound to no area is the city's. */
enum TransferDirection {
    UP,
    ACROSS,
    DOWN;

    /** From the depths of two departments' areas; pure. */
    static TransferDirection between(int from, int to) {
        if (from == to) {
            return ACROSS;
        }
        return to < from ? UP : DOWN;
    }
}
