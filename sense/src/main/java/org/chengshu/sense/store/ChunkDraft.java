package org.chengshu.sense.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.chengshu.sense.codec.Chunk;
import org.chengshu.sense.codec.ChunkHead;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Folding;

/** Which chunks take the place of which when points come to them. */
record ChunkDraft(List<ChunkHead> former, List<Chunk> chunks) {
    private record Wish(Columns points, List<Folding.Piece> pieces) {}

    /** Points of each series in order of time; what is packed already stands first when they are united. */
    static ChunkDraft of(
            ChunkTable table, List<SeriesState> series, List<Columns> points, BinaryOperator<Columns> unite) {
        List<ChunkTable.Want> wants = new ArrayList<>();
        List<Columns> months = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            for (Columns month : Folding.months(points.get(i))) {
                months.add(month);
                wants.add(new ChunkTable.Want(series.get(i).series(), month.micros(0), month.micros(month.size() - 1)));
            }
        }
        List<List<ChunkHead>> heads = table.heads(wants);
        List<Wish> wishes = new ArrayList<>();
        Set<ChunkHead> merged = new HashSet<>();
        for (int i = 0; i < wants.size(); i++) {
            List<Folding.Piece> pieces = Folding.plan(ofTheMonth(heads.get(i), wants.get(i)), months.get(i));
            pieces.forEach(piece -> merged.addAll(piece.merged()));
            wishes.add(new Wish(months.get(i), pieces));
        }
        List<ChunkHead> former = List.copyOf(merged);
        Map<ChunkHead, Columns> bodies = new HashMap<>(table.bodies(former));
        List<Chunk> packed = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            int id = wants.get(i).series();
            Wish wish = wishes.get(i);
            wish.pieces()
                    .forEach(piece -> packed.addAll(Folding.pack(
                            id, unite.apply(before(piece, bodies), wish.points().slice(piece.from(), piece.to())))));
        }
        return new ChunkDraft(former, packed);
    }

    private static List<ChunkHead> ofTheMonth(List<ChunkHead> heads, ChunkTable.Want want) {
        long begin = Folding.month(want.from());
        long end = Folding.nextMonth(want.from());
        return heads.stream()
                .filter(head -> head.first() >= begin && head.first() < end)
                .toList();
    }

    private static Columns before(Folding.Piece piece, Map<ChunkHead, Columns> bodies) {
        Columns before = new Columns(1);
        piece.merged().forEach(head -> {
            Columns body = bodies.get(head);
            before.addFrom(body, 0, body.size());
        });
        return before;
    }
}
