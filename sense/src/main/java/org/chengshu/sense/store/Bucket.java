package org.chengshu.sense.store;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;

/** What the readings of a stretch of time come to; truth values count as 0 and 1. */
public record Bucket(Instant time, double min, double avg, double max, double last, long count) {
    /** Adds up points and hours by buckets. Pure. */
    static final class Tally {
        private final long bucket;
        private final long origin;
        private final TreeMap<Long, HourDeltas.Hour> buckets = new TreeMap<>();

        Tally(long bucket, long origin) {
            this.bucket = bucket;
            this.origin = origin;
        }

        void add(Columns points) {
            for (int at = 0; at < points.size(); at++) {
                if (points.kind(at) != Columns.TEXT) {
                    of(points.micros(at)).add(points.micros(at), points.number(at));
                }
            }
        }

        void add(long time, HourDeltas.Hour hour) {
            of(time).plus(hour);
        }

        private HourDeltas.Hour of(long time) {
            long begin = origin + Math.floorDiv(time - origin, bucket) * bucket;
            return buckets.computeIfAbsent(begin, first -> new HourDeltas.Hour());
        }

        /** In order of time; if there are more than the limit, the last ones. */
        List<Bucket> last(int limit) {
            return buckets.entrySet().stream()
                    .skip(Math.max(0, buckets.size() - limit))
                    .map(entry -> {
                        HourDeltas.Hour sums = entry.getValue();
                        return new Bucket(
                                Micros.instant(entry.getKey()),
                                sums.min,
                                sums.sum / sums.count,
                                sums.max,
                                sums.last,
                                sums.count);
                    })
                    .toList();
        }
    }
}
