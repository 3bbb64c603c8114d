package org.chengshu.data.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One resource in the catalogue. What is shown is {@code content}: the published version or, before there is one, the draft;
 * the next version of a published one stands beside it as {@code revision}. Immutable.
 *
 * @param id the dataset's id, or {@code r} and a number for what lies outside of the platform
 * @param organisation code of who provides it
 * @param version the last one published, 0 before
 * @param editors who wrote on what is to be reviewed next
 * @param newest the time of the newest data, as measured
 */
public record Entry(
        String id,
        long seq,
        Optional<String> dataset,
        String code,
        String organisation,
        String organisationPath,
        String areaPath,
        EntryState state,
        int version,
        EntryContent content,
        Optional<EntryContent> revision,
        Optional<EntryState> revisionState,
        List<UUID> editors,
        Optional<String> reviewNote,
        String origin,
        long etag,
        Instant changedAt,
        Optional<Instant> submittedAt,
        Optional<Instant> publishedAt,
        long reads,
        Optional<Instant> newest,
        boolean late,
        Optional<Instant> lateSince) {
    /** By nobody's hand: as the platform drafted it. */
    public static final String FROM_REGISTRY = "registry";

    public static final String FROM_FORM = "form";
    public static final String FROM_IMPORT = "import";

    /** Who provides what belongs to no organisation of the tree: the platform. */
    public static final String PLATFORM = "platform";

    public Entry {
        editors = List.copyOf(editors);
    }

    /** Whether everybody who reads datasets sees it: what is published, and what the platform holds anyway. */
    public boolean isSeenByAll() {
        return version > 0 || dataset.isPresent();
    }

    /** What is written or reviewed now, if anything. */
    public Optional<EntryContent> pending() {
        return state == EntryState.DRAFT || state == EntryState.REVIEW ? Optional.of(content) : revision;
    }

    /** Draft or review; empty when nothing is pending. */
    public Optional<EntryState> pendingState() {
        return state == EntryState.DRAFT || state == EntryState.REVIEW ? Optional.of(state) : revisionState;
    }

    /** Drafted by the platform, and nobody has written on it. */
    public boolean isUntouched() {
        return origin.equals(FROM_REGISTRY) && state == EntryState.DRAFT && version == 0 && editors.isEmpty();
    }
}
