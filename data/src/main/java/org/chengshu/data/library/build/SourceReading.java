package org.chengshu.data.library.build;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.Row;
import org.chengshu.data.library.definition.Library;
import org.chengshu.data.library.match.Hashes;
import org.chengshu.data.library.match.Matching;

/**
 * One pass over the rows of a source: what is new, changed or gone since the last is written, what is the same is not
 * touched. For one thread, in one transaction.
 */
final class SourceReading {
    private static final int BATCH = 20_000;

    /** What is read, and into what. {@code anew}: every row counts as changed. */
    record Setting(
            int library, int source, int revision, Library definition, boolean anew, long build, OffsetDateTime now) {}

    private final Setting setting;
    private final RowShape shape;
    private final Members members;
    private final Matching matching;
    private final KnownRows known;
    private final Deque<Long> freeIds = new ArrayDeque<>();
    private final List<Members.NewMember> written = new ArrayList<>();
    private final List<Long> replaced = new ArrayList<>();
    private final List<String> refusedExamples = new ArrayList<>();
    private long rows;
    private long added;
    private long changed;
    private long same;
    private long refused;

    SourceReading(Setting setting, RowShape shape, Members members) {
        this.setting = setting;
        this.shape = shape;
        this.members = members;
        this.matching = setting.definition().matching();
        this.known = members.known(setting.source());
        if (setting.anew()) {
            members.removeAll(setting.library(), setting.source());
        }
    }

    void take(Row row) {
        rows++;
        String[] cells = shape.cells(row);
        long content = shape.content(cells);
        Optional<String> key = shape.key(cells, content);
        if (key.isEmpty()) {
            refuse("without a key: " + String.join(", ", texts(cells)));
            return;
        }
        long keyHash = Hashes.of(key.get());
        int at = known.find(keyHash);
        if (at != KnownRows.ABSENT && known.see(at)) {
            refuse("key is there before: " + key.get());
        } else if (at != KnownRows.ABSENT && !setting.anew() && known.content(at) == content) {
            same++;
        } else {
            write(key.get(), keyHash, at, content, cells);
        }
    }

    private void write(String key, long keyHash, int at, long content, String[] cells) {
        String[] values = shape.values(cells);
        if (empty(values)) {
            // The row that it was, if any, stays unseen and goes.
            refuse("nothing that a field can hold: " + key);
            if (at != KnownRows.ABSENT) {
                known.forget(at);
            }
            return;
        }
        long id = at == KnownRows.ABSENT ? newId() : known.id(at);
        if (at == KnownRows.ABSENT) {
            known.see(known.add(keyHash, content, id));
            added++;
        } else {
            changed++;
            replaced.add(id);
        }
        Library library = setting.definition();
        long[] keys = library.keyHashes(values);
        long[] blocks = matching.blockKeys(values);
        Arrays.sort(blocks);
        written.add(new Members.NewMember(
                id, key, keyHash, content, shape.changedAt(cells), values, keys, blocks, library.identified(keys)));
        if (written.size() == BATCH) {
            flush();
        }
    }

    /** After the last row. */
    ReadCounts end() {
        flush();
        List<Long> gone = new ArrayList<>();
        known.unseen(gone::add);
        for (int from = 0; from < gone.size(); from += BATCH) {
            Long[] part =
                    gone.subList(from, Math.min(gone.size(), from + BATCH)).toArray(Long[]::new);
            members.touchAround(setting.library(), part);
            members.leave(setting.library(), setting.build(), part, setting.now());
            if (!setting.anew()) {
                members.remove(part);
            }
        }
        return new ReadCounts(rows, added, changed, same, refused, gone.size(), shape.unreadable());
    }

    List<String> refusedExamples() {
        return List.copyOf(refusedExamples);
    }

    private void flush() {
        if (!setting.anew() && !replaced.isEmpty()) {
            Long[] before = replaced.toArray(Long[]::new);
            members.touchAround(setting.library(), before);
            members.remove(before);
        }
        members.add(setting.library(), setting.source(), setting.revision(), written);
        members.touch(
                setting.library(), written.stream().map(Members.NewMember::id).toList());
        replaced.clear();
        written.clear();
    }

    private void refuse(String why) {
        refused++;
        if (refusedExamples.size() < 10) {
            refusedExamples.add(why.length() > 200 ? why.substring(0, 200) : why);
        }
    }

    private long newId() {
        if (freeIds.isEmpty()) {
            freeIds.addAll(members.ids(BATCH));
        }
        return freeIds.removeFirst();
    }

    private static boolean empty(String[] values) {
        for (String value : values) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(String[] cells) {
        List<String> texts = new ArrayList<>();
        for (String cell : cells) {
            texts.add(cell == null ? "" : cell);
        }
        return texts;
    }
}
