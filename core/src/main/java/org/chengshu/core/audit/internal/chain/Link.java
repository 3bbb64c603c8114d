package org.chengshu.core.audit.internal.chain;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.audit.AuditAlgorithm;
import org.chengshu.core.audit.AuditRow;

/** One entry's place in the chain: its content's hash, and a hash over that and the link before, in hexadecimal. */
record Link(
        long number,
        Instant at,
        UUID entry,
        Instant sealedAt,
        AuditAlgorithm algorithm,
        String content,
        String parts,
        String hash) {
    private static final String BEFORE_THE_FIRST = "";
    private static final HexFormat HEX = HexFormat.of();

    /** Seals an entry behind the former link; behind nothing, it is the first. */
    static Link after(Optional<Link> former, AuditRow row, Instant sealedAt, AuditAlgorithm algorithm) {
        return after(former, row.id(), row.at(), Content.of(row, algorithm), sealedAt, algorithm);
    }

    static Link after(
            Optional<Link> former,
            UUID entry,
            Instant at,
            Content content,
            Instant sealedAt,
            AuditAlgorithm algorithm) {
        long number = former.map(Link::number).orElse(0L) + 1;
        String hash = hash(former, number, entry, sealedAt, algorithm, content.hash(), content.parts());
        return new Link(number, at, entry, sealedAt, algorithm, content.hash(), content.parts(), hash);
    }

    /** Whether the link's hash is what it and the former link say. */
    boolean follows(Optional<Link> former) {
        return hash.equals(hash(former, number, entry, sealedAt, algorithm, content, parts));
    }

    String algorithmWord() {
        return word(algorithm);
    }

    static String word(AuditAlgorithm algorithm) {
        return algorithm == AuditAlgorithm.SM3 ? "sm3" : "sha-256";
    }

    private static String hash(
            Optional<Link> former,
            long number,
            UUID entry,
            Instant sealedAt,
            AuditAlgorithm algorithm,
            String content,
            String parts) {
        byte[] hash = new Digest(algorithm)
                .word(HEX.parseHex(former.map(Link::hash).orElse(BEFORE_THE_FIRST)))
                .word(Long.toString(number))
                .word(entry.toString())
                .word(Content.time(sealedAt))
                .word(word(algorithm))
                .word(HEX.parseHex(content))
                .word(HEX.parseHex(parts))
                .end();
        return HEX.formatHex(hash);
    }
}
