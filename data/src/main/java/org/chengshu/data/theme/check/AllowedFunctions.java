package org.chengshu.data.theme.check;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.kernel.Nearest;

/** The functions that a query of a pack may call: those that compute, none that reads elsewhere, waits, writes or sets. */
final class AllowedFunctions {
    private static final Set<String> NAMES =
            Set.of(("count sum avg min max any_value string_agg array_agg json_agg jsonb_agg"
                            + " json_object_agg jsonb_object_agg bool_and bool_or every bit_and bit_or stddev stddev_pop stddev_samp"
                            + " variance var_pop var_samp corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept"
                            + " regr_r2 regr_slope regr_sxx regr_sxy regr_syy percentile_cont percentile_disc mode grouping"
                            + " row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value"
                            + " abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log log10 power mod div gcd lcm pi degrees"
                            + " radians sin cos tan asin acos atan atan2 width_bucket min_scale scale trim_scale"
                            + " coalesce nullif greatest least num_nulls num_nonnulls"
                            + " length char_length character_length octet_length lower upper initcap trim btrim ltrim rtrim substring substr"
                            + " left right position strpos replace translate overlay concat concat_ws repeat reverse split_part"
                            + " starts_with lpad rpad ascii chr md5 to_hex format regexp_replace regexp_match regexp_matches"
                            + " regexp_count regexp_substr regexp_like regexp_instr regexp_split_to_array regexp_split_to_table"
                            + " string_to_array string_to_table array_to_string normalize quote_literal sha256 encode decode"
                            + " hashtext hashtextextended"
                            + " date_trunc date_part extract age make_date make_timestamp make_timestamptz make_interval make_time"
                            + " to_char to_date to_timestamp to_number date_bin justify_days justify_hours justify_interval isfinite"
                            + " now current_date current_timestamp timezone date"
                            + " array array_length array_position array_positions array_remove array_append array_prepend array_cat"
                            + " array_replace cardinality array_upper array_lower array_ndims array_sort array_reverse unnest"
                            + " generate_series generate_subscripts row"
                            + " jsonb_build_object jsonb_build_array json_build_object json_build_array to_jsonb to_json"
                            + " jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_object_keys jsonb_typeof"
                            + " jsonb_extract_path jsonb_extract_path_text jsonb_strip_nulls any all some exists"
                            + " int4range int8range numrange daterange tstzrange lower_inc upper_inc isempty")
                    .split(" "));

    private AllowedFunctions() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static Optional<String> nearest(String name) {
        return Nearest.of(name, NAMES);
    }

    static Set<String> all() {
        return new TreeSet<>(NAMES);
    }
}
