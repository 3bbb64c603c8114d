package org.chengshu.core.audit.internal.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.core.audit.AuditAlgorithm;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.entries.AuditRows;

/**
 * The hash of an entry, and the first bytes of the hash of each of its parts, by which a verification can say which part is
 * no longer as it was; both in hexadecimal.
 */
record Content(String hash, String parts) {
    static final List<String> PARTS =
            List.of("id", "at", "account", "who", "event", "outcome", "code", "details", "address");
    private static final int PART_BYTES = 4;
    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static Content of(AuditRow row, AuditAlgorithm algorithm) {
        List<Optional<String>> words = words(row);
        Digest whole = new Digest(algorithm);
        byte[] parts = new byte[words.size() * PART_BYTES];
        for (int i = 0; i < words.size(); i++) {
            add(whole, words.get(i));
            byte[] part = add(new Digest(algorithm), words.get(i)).end();
            System.arraycopy(part, 0, parts, i * PART_BYTES, PART_BYTES);
        }
        return new Content(HEX.formatHex(whole.end()), HEX.formatHex(parts));
    }

    /** What a link holds of an entry that was gone before it could be sealed: nothing hashes to it. */
    static Content nothing() {
        return new Content("00".repeat(32), "00".repeat(PARTS.size() * PART_BYTES));
    }

    /** The names of the parts that differ from what was sealed. */
    List<String> differing(String sealedParts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            int from = i * 2 * PART_BYTES;
            int length = 2 * PART_BYTES;
            if (!parts.regionMatches(from, sealedParts, from, length)) {
                names.add(PARTS.get(i));
            }
        }
        return names;
    }

    static String time(Instant at) {
        return MICROSECONDS.format(at);
    }

    /** Details as one word: each key and value with its length, by the bytes of the keys. */
    static String details(Map<String, String> details) {
        Map<byte[], String> sorted = new TreeMap<byte[], String>(Arrays::compareUnsigned);
        details.forEach((key, value) -> sorted.put(key.getBytes(StandardCharsets.UTF_8), value));
        StringBuilder word = new StringBuilder();
        sorted.forEach((key, value) -> {
            add(word, new String(key, StandardCharsets.UTF_8));
            add(word, value);
        });
        return word.toString();
    }

    private static void add(StringBuilder word, String part) {
        word.append(part.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(part)
                .append(',');
    }

    private static List<Optional<String>> words(AuditRow row) {
        AuditEntry entry = row.entry();
        return List.of(
                Optional.of(row.id().toString()),
                Optional.of(time(row.at())),
                entry.account().map(UUID::toString),
                Optional.of(entry.who()),
                Optional.of(entry.event()),
                Optional.of(AuditRows.word(entry.outcome())),
                entry.code(),
                Optional.of(details(entry.details())),
                entry.address());
    }

    private static Digest add(Digest digest, Optional<String> word) {
        return word.isPresent() ? digest.word(word.get()) : digest.absent();
    }
}
