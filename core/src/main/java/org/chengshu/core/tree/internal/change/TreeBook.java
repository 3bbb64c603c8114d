package org.chengshu.core.tree.internal.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.tree.TreeChanged;
import org.chengshu.core.tree.internal.memory.TreeMemories;
import org.chengshu.core.tree.internal.nodes.Change;
import org.chengshu.core.tree.internal.nodes.ChangeKind;
import org.chengshu.core.tree.internal.nodes.History;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** The one way in which a tree is changed: one change at a time, with its history, told to everybody after the commit. */
@Component
public class TreeBook {
    private final Transactions transactions;
    private final NodeStore nodes;
    private final History history;
    private final TreeMemories memories;
    private final Outbox outbox;
    private final Clock clock;

    TreeBook(
            Transactions transactions,
            NodeStore nodes,
            History history,
            TreeMemories memories,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.nodes = nodes;
        this.history = history;
        this.memories = memories;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does the work and keeps what it did. */
    public Written write(Tree tree, ChangeKind kind, Author author, Consumer<Change> work) {
        return transactions.call(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant at = history.lock(tree).filter(now::isBefore).orElse(now);
            Change change = new Change(Ids.at(at), kind, at, author.account(), author.name(), author.reason());
            work.accept(change);
            nodes.movePaths(tree);
            int versions = history.record(tree, change);
            if (versions > 0) {
                memories.changed(tree);
                outbox.emit(new TreeChanged(tree.word(), change.id(), kind.word(), at));
            }
            return new Written(change.id(), versions > 0);
        });
    }

    /** The change's id, and whether it changed anything. */
    public record Written(UUID change, boolean changed) {}
}
