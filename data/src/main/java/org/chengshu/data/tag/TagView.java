package org.chengshu.data.tag;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.Condition;
import org.chengshu.kernel.Text;

/** A tag on the wire, with its last run and its use. */
record TagView(
        String id,
        Text title,
        Optional<Text> meaning,
        Optional<String> group,
        String dataset,
        String key,
        List<Asked> where,
        Optional<String> formula,
        String every,
        Optional<String> pack,
        int version,
        Optional<TagRun> lastRun,
        Optional<TagUse> use) {

    /** A condition as it is written. */
    record Asked(String field, String op, List<Object> value) {
        static Asked of(Condition condition) {
            return new Asked(condition.field(), condition.op().word(), condition.values());
        }
    }

    static TagView of(Tag tag, Optional<TagRun> run, Optional<TagUse> use) {
        return new TagView(
                tag.id(),
                tag.title(),
                tag.meaning(),
                tag.group(),
                tag.dataset(),
                tag.key(),
                tag.where().stream().map(Asked::of).toList(),
                tag.formula(),
                tag.every().name().toLowerCase(Locale.ROOT),
                tag.pack(),
                tag.version(),
                run,
                use);
    }
}
