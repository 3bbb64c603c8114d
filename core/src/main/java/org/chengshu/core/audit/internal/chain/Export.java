package org.chengshu.core.audit.internal.chain;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.entries.AuditRows;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a stretch of the chain as lines of JSON, so that it can be kept and checked elsewhere with nothing but the file: a
 * first line with the hash before it, one line for each link with its entry, a last line with the head.
 */
@Component
public class Export {
    private static final int BATCH = 2_000;

    private final ChainStore store;
    private final JsonMapper json;

    Export(ChainStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** Writes gzip to the stream and leaves it open; answers how many entries were written. */
    public long write(Period period, OutputStream out) throws IOException {
        Optional<long[]> numbers = store.numbers(period);
        long first = numbers.map(both -> both[0]).orElse(1L);
        long last = numbers.map(both -> both[1]).orElse(0L);
        GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
        Writer lines = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8), 1 << 16);
        Optional<Link> before = first > 1 ? store.find(first - 1) : Optional.empty();
        line(lines, beginning(before));
        Optional<Link> head = before;
        long written = 0;
        List<Linked> batch = store.after(first - 1, last, BATCH);
        while (!batch.isEmpty()) {
            for (Linked linked : batch) {
                line(lines, entry(linked));
                written++;
            }
            head = Optional.of(batch.getLast().link());
            batch = store.after(head.get().number(), last, BATCH);
        }
        line(lines, end(head, written));
        lines.flush();
        zipped.finish();
        return written;
    }

    private void line(Writer out, Map<String, Object> values) throws IOException {
        out.write(json.writeValueAsString(values));
        out.write('\n');
    }

    private static Map<String, Object> beginning(Optional<Link> before) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("format", "chengshu-audit-1");
        line.put("after", before.map(Link::number).orElse(0L));
        line.put("before", before.map(Link::hash).orElse(""));
        return line;
    }

    private static Map<String, Object> end(Optional<Link> head, long written) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("entries", written);
        line.put("head", head.map(Link::hash).orElse(""));
        line.put("number", head.map(Link::number).orElse(0L));
        return line;
    }

    private static Map<String, Object> entry(Linked linked) {
        Link link = linked.link();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", link.number());
        line.put("id", link.entry().toString());
        line.put("at", Content.time(link.at()));
        linked.row().map(AuditRow::entry).ifPresent(entry -> put(line, entry));
        line.put("sealedAt", Content.time(link.sealedAt()));
        line.put("algorithm", link.algorithmWord());
        line.put("content", link.content());
        line.put("parts", link.parts());
        line.put("hash", link.hash());
        return line;
    }

    private static void put(Map<String, Object> line, AuditEntry entry) {
        entry.account().ifPresent(account -> line.put("account", account.toString()));
        line.put("who", entry.who());
        line.put("event", entry.event());
        line.put("outcome", AuditRows.word(entry.outcome()));
        entry.code().ifPresent(code -> line.put("code", code));
        line.put("details", entry.details());
        entry.address().ifPresent(address -> line.put("address", address));
    }
}
