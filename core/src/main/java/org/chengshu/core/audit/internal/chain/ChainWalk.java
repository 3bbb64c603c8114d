package org.chengshu.core.audit.internal.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.entries.Things;
import org.chengshu.kernel.Text;

/**
 * Walks along the chain and finds where it is broken: an entry that changed or went is found at its link and the walk goes
 * on; a link that does not follow from the one before ends it, since nothing behind can be trusted. Not for several threads.
 */
final class ChainWalk {
    private final Map<Long, String> anchoredHeads;
    private Optional<Link> former;
    private Optional<Break> first = Optional.empty();
    private long seen;
    private long broken;
    private boolean ended;

    /**
     * @param former the link before the first one to come
     * @param anchoredHeads hashes in hexadecimal by number that were written down outside the database
     */
    ChainWalk(Optional<Link> former, Map<Long, String> anchoredHeads) {
        this.former = former;
        this.anchoredHeads = Map.copyOf(anchoredHeads);
    }

    /** Whether the walk may go on. */
    boolean next(Linked linked) {
        Link link = linked.link();
        long expected = former.map(Link::number).orElse(link.number() == 1 ? 0 : link.number() - 1) + 1;
        if (link.number() != expected) {
            end(new Break(
                    Break.Kind.LINK_MISSING,
                    expected,
                    link.entry(),
                    link.at(),
                    Text.of(
                            "缺少第 " + expected + " 至 " + (link.number() - 1) + " 环",
                            "links " + expected + " to " + (link.number() - 1) + " are missing before this one")));
        } else if (!link.follows(former)) {
            end(at(
                    link,
                    Break.Kind.LINK_CHANGED,
                    "这一环的杂凑与前一环和自身内容不符",
                    "the link's hash does not follow from the link before it and what it says"));
        } else if (isOtherThanAnchored(link)) {
            end(at(
                    link,
                    Break.Kind.HEAD_DIFFERS,
                    "与数据库之外记录的链头不符：链被整体改写",
                    "differs from the head written down outside the database: the chain was written anew"));
        } else {
            entry(linked).ifPresent(this::tell);
            seen++;
        }
        former = Optional.of(link);
        return !ended;
    }

    /** Heads that were written down and that no link has any more. */
    void end(long lastNumber) {
        anchoredHeads.keySet().stream()
                .filter(number -> number > lastNumber)
                .min(Long::compare)
                .filter(number -> !ended)
                .ifPresent(number -> former.ifPresent(link -> end(at(
                        link,
                        Break.Kind.LINK_MISSING,
                        "链止于第 " + link.number() + " 环，但曾记录过第 " + number + " 环的链头：链尾被删除",
                        "the chain ends at " + link.number() + ", but head " + number
                                + " was written down outside: its end was removed"))));
    }

    void tell(Break found) {
        broken++;
        if (first.isEmpty()) {
            first = Optional.of(found);
        }
    }

    Optional<Break> first() {
        return first;
    }

    Optional<Link> last() {
        return former;
    }

    long seen() {
        return seen;
    }

    long broken() {
        return broken;
    }

    private void end(Break found) {
        tell(found);
        ended = true;
    }

    private boolean isOtherThanAnchored(Link link) {
        String anchored = anchoredHeads.get(link.number());
        return anchored != null && !anchored.equals(link.hash());
    }

    private static Optional<Break> entry(Linked linked) {
        Link link = linked.link();
        if (linked.row().isEmpty()) {
            return Optional.of(at(
                    link,
                    Break.Kind.ENTRY_MISSING,
                    "审计条目不存在：被删除，或其编号、时间被改",
                    "the entry is not there: it was deleted, or its id or time changed"));
        }
        AuditRow row = linked.row().get();
        Content content = Content.of(row, link.algorithm());
        if (!content.hash().equals(link.content())) {
            List<String> parts = content.differing(link.parts());
            String names = String.join(", ", parts);
            return Optional.of(
                    at(link, Break.Kind.CONTENT_CHANGED, "内容被改：" + names, "changed since it was sealed: " + names));
        }
        Set<String> things = Things.of(row.entry().event(), row.entry().details());
        return things.equals(linked.things())
                ? Optional.empty()
                : Optional.of(at(
                        link, Break.Kind.CONTENT_CHANGED, "检索词被改", "changed since it was sealed: what it is found by"));
    }

    private static Break at(Link link, Break.Kind kind, String zh, String en) {
        return new Break(kind, link.number(), link.entry(), link.at(), Text.of(zh, en));
    }
}
