package org.chengshu.sense.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

class CodecProperties {
    private static final long YEAR = 31_536_000_000_000L;

    record Row(int series, long time, Value value) {}

    @Property(tries = 300)
    void aChunkGivesBackItsPoints(@ForAll("rows") List<Row> rows) {
        Columns points = new Columns();
        rows.stream()
                .sorted(Comparator.comparingLong(Row::time))
                .filter(row -> points.isEmpty() || points.micros(points.size() - 1) < row.time())
                .forEach(row -> points.add(row.time(), row.value()));
        Columns twice = ChunkCodec.decode(ChunkCodec.encode(points, 0, points.size()));
        ChunkCodec.decode(ChunkCodec.encode(points, 0, points.size()), twice);

        assertThat(words(twice.slice(0, points.size()))).isEqualTo(words(points));
        assertThat(words(twice.slice(points.size(), 2 * points.size()))).isEqualTo(words(points));
    }

    @Property(tries = 300)
    void aBlockGivesBackItsRows(@ForAll("rows") List<Row> rows) {
        Columns points = new Columns();
        rows.forEach(row -> points.add(row.time(), row.value()));
        int[] series = rows.stream().mapToInt(Row::series).toArray();
        int[] places = new Random(rows.size()).ints(0, rows.size()).limit(50).toArray();
        List<Row> read = new ArrayList<>();
        BlockCodec.decode(
                BlockCodec.encode(series, points, places),
                (id, found, at) -> read.add(new Row(id, found.micros(at), found.value(at))));

        List<Row> expected = new ArrayList<>();
        for (int place : places) {
            expected.add(rows.get(place));
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void negativeZeroAndTheSmallestStepsStayWhatTheyAre() {
        Columns points = new Columns();
        double[] numbers = {-0.0, 0.1 + 0.2, 0.3, Double.MIN_VALUE, Double.MAX_VALUE, 1e300, -1e-300, 9007199254740992.0
        };
        for (int i = 0; i < numbers.length; i++) {
            points.addNumber(i, numbers[i]);
        }

        assertThat(words(ChunkCodec.decode(ChunkCodec.encode(points, 0, points.size()))))
                .isEqualTo(words(points));
    }

    @Test
    void aSensorThatHardlyChangesCostsNextToNothing() {
        Columns points = new Columns();
        for (int minute = 0; minute < 1_000; minute++) {
            points.addNumber(minute * 60_000_000L, minute < 500 ? 21.5 : 21.6);
        }

        assertThat(ChunkCodec.encode(points, 0, 1_000)).hasSizeLessThan(50);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Long> times = Arbitraries.oneOf(
                Arbitraries.longs().between(-YEAR, 60 * YEAR),
                Arbitraries.longs().between(0, 5_000).map(minute -> minute * 60_000_000),
                Arbitraries.longs().between(0, 5_000_000).map(millis -> millis * 1_000));
        Arbitrary<Double> numbers = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().between(-100_000, 100_000).map(tenths -> tenths / 10.0),
                Arbitraries.of(0.0, -0.0, 1.0, 20.5));
        Arbitrary<Value> values = Arbitraries.oneOf(
                numbers.map(Value::of),
                numbers.map(Value::of),
                Arbitraries.of(true, false).map(Value::of),
                Arbitraries.strings().ofMaxLength(5).map(Value::of));
        Arbitrary<Row> row = Combinators.combine(Arbitraries.integers().between(0, 1_000_000), times, values)
                .as(Row::new);
        Arbitrary<Row> number = Combinators.combine(Arbitraries.integers().between(0, 3), times, numbers.map(Value::of))
                .as(Row::new);
        return Arbitraries.oneOf(
                row.list().ofMinSize(1).ofMaxSize(200),
                number.list().ofMinSize(1).ofMaxSize(200));
    }

    private static List<String> words(Columns points) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            words.add(points.micros(at) + " " + points.value(at));
        }
        return words;
    }
}
