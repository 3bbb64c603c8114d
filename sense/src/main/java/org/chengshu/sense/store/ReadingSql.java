package org.chengshu.sense.store;

/** The statements on readings, together because they are tuned together. */
final class ReadingSql {
    static final String MAKE_MONTH = "select cs_sense.make_month(?::timestamptz)";

    static final String MAKE_STAGE = """
            create temp table if not exists sense_stage (
                ord integer, series integer, time timestamptz, num float8, text text, bool boolean
            ) on commit delete rows""";

    static final String COPY_STAGE = "copy sense_stage (ord, series, time, num, text, bool) from stdin (format binary)";

    private static final String FROM_ARRAYS = """
            with input as materialized (
                select ord, series, timestamptz 'epoch' + micros * interval '1 microsecond' as time, num, text, bool
                from unnest(?::int[], ?::int[], ?::bigint[], ?::float8[], ?::text[], ?::bool[])
                    as u (ord, series, micros, num, text, bool)
            ),""";

    private static final String FROM_STAGE = "with input as (select * from sense_stage),";

    /** Sorted throughout, so that two writers meet in the same order. Answers the rows that were there before. */
    private static final String STORE = """

            added as (
                insert into cs_sense.reading (series, time, num, text, bool)
                select series, time, num, text, bool from input order by series, time
                on conflict do nothing
                returning series, time, num, text, bool
            ),
            newest as (
                insert into cs_sense.latest as l (series, time, num, text, bool)
                select distinct on (series) series, time, num, text, bool from added order by series, time desc
                on conflict (series) do update
                set time = excluded.time, num = excluded.num, text = excluded.text, bool = excluded.bool
                where l.time < excluded.time
            ),
            numbers as (
                select series, date_trunc('hour', time, 'UTC') as hour, time, coalesce(num, bool::int) as number
                from added where num is not null or bool is not null
            ),
            hours as (
                insert into cs_sense.hour as h (series, hour, count, sum, min, max, last, last_time)
                select series, hour, count(*), sum(number), min(number), max(number),
                    (array_agg(number order by time desc))[1], max(time)
                from numbers group by series, hour order by series, hour
                on conflict (series, hour) do update
                set count = h.count + excluded.count, sum = h.sum + excluded.sum,
                    min = least(h.min, excluded.min), max = greatest(h.max, excluded.max),
                    last = case when excluded.last_time > h.last_time then excluded.last else h.last end,
                    last_time = greatest(h.last_time, excluded.last_time)
            )
            select input.ord from input left join added using (series, time) where added.series is null""";

    static final String STORE_ARRAYS = FROM_ARRAYS + STORE;
    static final String STORE_STAGE = FROM_STAGE + STORE;

    static final String LATEST = "select series, time, num, text, bool from cs_sense.latest where series = any(?)";

    static final String POINTS = """
            select time, num, text, bool from cs_sense.reading
            where series = ? and time >= ?::timestamptz and time < ?::timestamptz
            order by time desc, seq desc limit ?""";

    static final String BUCKETS = """
            select date_bin(? * interval '1 millisecond', time, ?::timestamptz) as bucket,
                min(number) as min, avg(number) as avg, max(number) as max,
                (array_agg(number order by time desc))[1] as last, count(*) as count
            from (
                select time, coalesce(num, bool::int) as number from cs_sense.reading
                where series = ? and time >= ?::timestamptz and time < ?::timestamptz
            ) as r
            where number is not null
            group by bucket order by bucket desc limit ?""";

    /** The same from the hours, for buckets of whole hours. */
    static final String BUCKETS_OF_HOURS = """
            select date_bin(? * interval '1 millisecond', hour, ?::timestamptz) as bucket,
                min(min) as min, sum(sum) / sum(count) as avg, max(max) as max,
                (array_agg(last order by hour desc))[1] as last, sum(count) as count
            from cs_sense.hour
            where series = ? and hour >= ?::timestamptz and hour < ?::timestamptz
            group by bucket order by bucket desc limit ?""";

    private ReadingSql() {}
}
