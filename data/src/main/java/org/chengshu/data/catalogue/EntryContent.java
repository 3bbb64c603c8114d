package org.chengshu.data.catalogue;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What an entry says: the core metadata of catalogues of government information resources (政务信息资源目录编制指南, GB/T
 * 21063.3). It may be incomplete while it is a draft. Immutable.
 *
 * @param title in Chinese; {@code titleEn} is the same when nobody gave another
 * @param classCode of the class scheme
 * @param sharingBasis under which condition it is shared, or on which legal ground it is not
 * @param sharingWay how it is handed over
 * @param subjects words by which it is found
 * @param related ids or codes of other entries
 * @param layer fact, raw, base or theme of what the platform holds, else outside
 * @param sensitivity 1..4, the highest of its fields unless told higher
 */
public record EntryContent(
        String title,
        String titleEn,
        String summary,
        String classCode,
        ResourceFormat format,
        List<EntryField> fields,
        Sharing sharing,
        Optional<String> sharingBasis,
        Optional<String> sharingWay,
        Openness openness,
        Optional<String> opennessBasis,
        UpdateCycle cycle,
        List<String> subjects,
        List<String> related,
        String layer,
        @JsonDeserialize(using = SensitivityReader.class) int sensitivity) {
    public static final String OUTSIDE = "outside";

    public EntryContent {
        title = Words.given(title);
        titleEn = Words.given(titleEn).isEmpty() ? title : Words.given(titleEn);
        summary = Words.given(summary);
        classCode = Words.given(classCode);
        format = format == null ? ResourceFormat.DATABASE : format;
        fields = fields == null ? List.of() : List.copyOf(fields);
        sharing = sharing == null ? Sharing.CONDITIONAL : sharing;
        sharingBasis = Words.optional(sharingBasis);
        sharingWay = Words.optional(sharingWay);
        openness = openness == null ? Openness.CLOSED : openness;
        opennessBasis = Words.optional(opennessBasis);
        cycle = cycle == null ? UpdateCycle.IRREGULAR : cycle;
        subjects = Words.list(subjects);
        related = Words.list(related);
        layer = Words.given(layer).isEmpty() ? OUTSIDE : Words.given(layer);
        int highest = fields.stream().mapToInt(EntryField::sensitivity).max().orElse(1);
        sensitivity = Math.max(sensitivity, highest);
    }

    /** The same at another place of the platform. */
    public EntryContent in(String otherLayer) {
        return new EntryContent(
                title,
                titleEn,
                summary,
                classCode,
                format,
                fields,
                sharing,
                sharingBasis,
                sharingWay,
                openness,
                opennessBasis,
                cycle,
                subjects,
                related,
                otherLayer,
                sensitivity);
    }

    /** Of the same kind, saying nothing; to compare a first version with. */
    EntryContent nothing() {
        return new EntryContent(
                "",
                "",
                "",
                "",
                format,
                List.of(),
                sharing,
                Optional.empty(),
                Optional.empty(),
                openness,
                Optional.empty(),
                cycle,
                List.of(),
                List.of(),
                layer,
                1);
    }
}
