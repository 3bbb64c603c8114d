package org.chengshu.data.catalogue.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.kernel.Text;

/**
 * What a search answers. Total and facets come with the first page.
 *
 * @param complete false while the index of the node is being made
 */
record SearchAnswer(
        List<Hit> items,
        Optional<String> next,
        int total,
        Map<String, List<Count>> facets,
        boolean complete,
        long millis) {
    /** One value of a facet. */
    record Count(String value, Text title, int count) {}

    /** One entry. {@code found} shows where what was looked for stands. */
    record Hit(
            String id,
            Optional<String> dataset,
            String code,
            Text title,
            Highlights.Marked marked,
            Optional<Highlights.Marked> found,
            String organisation,
            Text organisationName,
            String classCode,
            String layer,
            String format,
            String sharing,
            String openness,
            String cycle,
            int sensitivity,
            int fields,
            EntryState state,
            boolean revising,
            int version,
            Instant changedAt,
            Optional<Instant> publishedAt,
            Optional<Instant> newest,
            boolean late,
            long reads) {
        static Hit of(Entry entry, Text provider, Highlights highlights) {
            EntryContent content = entry.content();
            String title = content.title().isEmpty() ? entry.id() : content.title();
            return new Hit(
                    entry.id(),
                    entry.dataset(),
                    entry.code(),
                    Text.of(title, content.titleEn().isEmpty() ? title : content.titleEn()),
                    highlights.whole(title),
                    found(entry, highlights),
                    entry.organisation(),
                    provider,
                    content.classCode(),
                    content.layer(),
                    content.format().word(),
                    content.sharing().word(),
                    content.openness().word(),
                    content.cycle().word(),
                    content.sensitivity(),
                    content.fields().size(),
                    entry.state(),
                    entry.revision().isPresent(),
                    entry.version(),
                    entry.changedAt(),
                    entry.publishedAt(),
                    entry.newest(),
                    entry.late(),
                    entry.reads());
        }

        private static Optional<Highlights.Marked> found(Entry entry, Highlights highlights) {
            String fields = String.join(
                    "、",
                    entry.content().fields().stream()
                            .map(field -> field.title().equals(field.name())
                                    ? field.title()
                                    : field.title() + " " + field.name())
                            .toList());
            Highlights rest = highlights.beside(entry.content().title());
            return rest.part(entry.content().summary()).or(() -> rest.part(fields));
        }
    }
}
