package org.chengshu.sense.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FoldingProperties {
    /** Batch after batch, each small and anywhere. */
    @Property(tries = 500)
    void whateverComesChunksNeverOverlapAndHoldEveryPointOnce(
            @ForAll @Size(min = 1, max = 12)
                    List<@Size(min = 1, max = 15) List<@IntRange(min = 0, max = 400) Integer>> batches) {
        List<Chunk> chunks = new ArrayList<>();
        TreeSet<Long> truth = new TreeSet<>();
        for (List<Integer> batch : batches) {
            Columns points = new Columns();
            new TreeSet<>(batch).forEach(time -> points.addNumber(time, time));
            batch.forEach(time -> truth.add((long) time));
            fold(chunks, points);
            check(chunks, truth);
        }
    }

    private static void fold(List<Chunk> chunks, Columns points) {
        List<ChunkHead> heads = chunks.stream().map(Chunk::head).toList();
        Map<ChunkHead, Columns> bodies = new HashMap<>();
        chunks.forEach(chunk -> bodies.put(chunk.head(), ChunkCodec.decode(chunk.body())));
        for (Folding.Piece piece : Folding.plan(heads, points)) {
            Columns before = new Columns(1);
            piece.merged().forEach(head -> before.addFrom(bodies.get(head), 0, head.count()));
            assertThat(chunks.removeIf(chunk -> piece.merged().contains(chunk.head())))
                    .isEqualTo(!piece.merged().isEmpty());
            chunks.addAll(Folding.pack(1, Columns.union(before, points.slice(piece.from(), piece.to()))));
        }
        chunks.sort((a, b) -> Long.compare(a.head().first(), b.head().first()));
    }

    private static void check(List<Chunk> chunks, NavigableSet<Long> truth) {
        List<Long> found = new ArrayList<>();
        for (Chunk chunk : chunks) {
            Columns points = ChunkCodec.decode(chunk.body());
            for (int at = 0; at < points.size(); at++) {
                found.add(points.micros(at));
            }
        }
        assertThat(found).containsExactlyElementsOf(truth);
    }
}
