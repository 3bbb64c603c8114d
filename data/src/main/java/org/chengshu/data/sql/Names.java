package org.chengshu.data.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names as PostgreSQL understands them, and functions by what they do. */
final class Names {
    private static final Set<String> AGGREGATES = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "any_value",
            "string_agg",
            "array_agg",
            "json_agg",
            "jsonb_agg",
            "json_object_agg",
            "jsonb_object_agg",
            "bool_and",
            "bool_or",
            "every",
            "bit_and",
            "bit_or",
            "bit_xor",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "variance",
            "var_pop",
            "var_samp",
            "corr",
            "covar_pop",
            "covar_samp",
            "regr_avgx",
            "regr_avgy",
            "regr_count",
            "regr_intercept",
            "regr_r2",
            "regr_slope",
            "regr_sxx",
            "regr_sxy",
            "regr_syy",
            "percentile_cont",
            "percentile_disc",
            "mode",
            "range_agg",
            "xmlagg");
    private static final Set<String> UNSETTLED = Set.of(
            "now",
            "random",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "gen_random_uuid",
            "current_date",
            "current_timestamp",
            "current_time",
            "localtime",
            "localtimestamp",
            "random_normal",
            "uuidv4",
            "uuidv7");
    private static final Set<String> TIMES =
            Set.of("current_date", "current_timestamp", "current_time", "localtime", "localtimestamp");

    private Names() {}

    static String of(String written) {
        if (written.length() > 1 && written.startsWith("\"") && written.endsWith("\"")) {
            return written.substring(1, written.length() - 1).replace("\"\"", "\"");
        }
        return written.toLowerCase(Locale.ROOT);
    }

    static List<String> of(List<String> written) {
        return written.stream().map(Names::of).toList();
    }

    static boolean isAggregate(String function) {
        return AGGREGATES.contains(function);
    }

    static boolean isSettled(String function) {
        return !UNSETTLED.contains(function);
    }

    /** A word that PostgreSQL takes for the present time and the parser for a column. */
    static boolean isTime(String word) {
        return TIMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Without the schema in which PostgreSQL keeps its own functions. */
    static String function(String written) {
        String name = of(written.strip());
        return name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    }
}
