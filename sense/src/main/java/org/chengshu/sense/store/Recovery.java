package org.chengshu.sense.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.codec.BlockCodec;
import org.chengshu.sense.codec.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the blocks that are left into memory when a node starts. Whether an hour has a block's readings is not known after
 * a crash, so hours of blocks that are not marked are counted anew from the points.
 */
@Component
final class Recovery {
    private static final int BLOCKS_AT_ONCE = 50;
    private static final int HOURS_AT_ONCE = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final FormerReadings former;
    private final Tails tails;
    private final BlockTable blocks;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;
    private final Transactions transactions;

    Recovery(
            FormerReadings former,
            Tails tails,
            BlockTable blocks,
            ChunkTable chunks,
            RollupTable rollups,
            DayTable days,
            Transactions transactions) {
        this.former = former;
        this.tails = tails;
        this.blocks = blocks;
        this.chunks = chunks;
        this.rollups = rollups;
        this.days = days;
        this.transactions = transactions;
    }

    void run() {
        former.pack();
        List<Long> unmarked = new ArrayList<>();
        HourDeltas touched = new HourDeltas();
        long last = Long.MIN_VALUE;
        int count = 0;
        List<BlockTable.Block> some = blocks.after(last, BLOCKS_AT_ONCE);
        while (!some.isEmpty()) {
            for (BlockTable.Block block : some) {
                take(block, touched);
                if (!block.rolled()) {
                    unmarked.add(block.id());
                }
                last = block.id();
                count++;
            }
            some = blocks.after(last, BLOCKS_AT_ONCE);
        }
        if (count > 0) {
            countAnew(touched, unmarked);
            LOG.info("{} readings that were not packed yet were taken up from {} blocks", tails.points(), count);
        }
    }

    private void take(BlockTable.Block block, HourDeltas touched) {
        ReadingRows rows = new ReadingRows();
        BlockCodec.decode(block.body(), rows::addFrom);
        int[] order = Order.of(rows);
        List<Integer> series = new ArrayList<>();
        for (int from = 0; from < order.length; from = Order.end(rows, order, from)) {
            series.add(rows.series(order[from]));
        }
        tails.know(series);
        tails.take(rows, order, block.rolled() ? Optional.empty() : Optional.of(touched));
        tails.recovered(block.id());
    }

    private void countAnew(HourDeltas touched, List<Long> blockIds) {
        List<Long> keys = List.copyOf(touched.hours().keySet());
        for (int from = 0; from < keys.size(); from += HOURS_AT_ONCE) {
            Map<Long, HourDeltas.Hour> hours = count(keys.subList(from, Math.min(keys.size(), from + HOURS_AT_ONCE)));
            transactions.run(() -> {
                rollups.put(hours);
                days.due(hours.keySet());
            });
        }
        transactions.run(() -> blocks.markRolled(blockIds));
    }

    private Map<Long, HourDeltas.Hour> count(List<Long> keys) {
        List<ChunkTable.Want> wants = new ArrayList<>();
        for (long key : keys) {
            long hour = HourDeltas.hour(key) * HourDeltas.HOUR;
            wants.add(new ChunkTable.Want(HourDeltas.series(key), hour, hour + HourDeltas.HOUR));
        }
        HourDeltas counted = new HourDeltas();
        List<Columns> points = PostgresReadings.read(tails, chunks, wants);
        for (int i = 0; i < wants.size(); i++) {
            counted.add(wants.get(i).series(), points.get(i));
        }
        return new HashMap<>(counted.hours());
    }
}
