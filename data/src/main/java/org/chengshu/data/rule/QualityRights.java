package org.chengshu.data.rule;

/** The rights of data quality beside reading datasets. */
public final class QualityRights {
    /** Make, change and withdraw rules, decide on proposals, run rules and profiles. */
    public static final String MANAGE = "data:quality";

    public static final String SAME_FOR_ALL =
            "counts, scores and rules are of datasets as wholes; rows and values are limited by area";

    private QualityRights() {}
}
