package org.chengshu.core.audit.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.core.audit.AuditAlgorithm;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.entries.Things;
import org.chengshu.kernel.Ids;

class ChainWalkTest {
    private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");

    @Property(tries = 50)
    void aChainThatNobodyTouchedIsWhole(@ForAll @IntRange(min = 1, max = 40) int length) {
        List<Linked> chain = chain(length);

        assertThat(walk(chain, Map.of()).first()).isEmpty();
        assertThat(walk(chain, Map.of()).seen()).isEqualTo(length);
    }

    @Property(tries = 100)
    void anEntryThatChangedIsNamedWithWhatDiffers(
            @ForAll @IntRange(min = 1, max = 30) int length, @ForAll @IntRange(max = 29) int at) {
        List<Linked> chain = chain(length);
        int index = at % length;
        Linked touched = chain.get(index);
        AuditEntry old = touched.row().orElseThrow().entry();
        AuditEntry changed = new AuditEntry(
                old.account(), "mallory", old.event(), old.outcome(), old.code(), old.details(), old.address());
        AuditRow row = new AuditRow(touched.link().entry(), touched.link().at(), changed);
        chain.set(index, new Linked(touched.link(), Optional.of(row), touched.things()));

        Break found = walk(chain, Map.of()).first().orElseThrow();

        assertThat(found.kind()).isEqualTo(Break.Kind.CONTENT_CHANGED);
        assertThat(found.number()).isEqualTo(index + 1);
        assertThat(found.id()).isEqualTo(row.id());
        assertThat(found.detail().en()).endsWith("sealed: who");
    }

    @Property(tries = 100)
    void twoLinksThatChangedPlacesAreFoundAtTheFirst(
            @ForAll @IntRange(min = 2, max = 30) int length, @ForAll @IntRange(max = 28) int at) {
        List<Linked> chain = chain(length);
        int index = at % (length - 1);
        Linked one = chain.get(index);
        Linked other = chain.get(index + 1);
        chain.set(index, numbered(other, one.link().number()));
        chain.set(index + 1, numbered(one, other.link().number()));

        Break found = walk(chain, Map.of()).first().orElseThrow();

        assertThat(found.kind()).isEqualTo(Break.Kind.LINK_CHANGED);
        assertThat(found.number()).isEqualTo(index + 1);
    }

    @Example
    void aChainWrittenAnewDiffersFromTheHeadThatWasNoted() {
        List<Linked> chain = chain(5);
        Map<Long, String> heads = Map.of(5L, chain.getLast().link().hash());
        List<Linked> anew = chain(5);

        Break found = walk(anew, heads).first().orElseThrow();

        assertThat(found.kind()).isEqualTo(Break.Kind.HEAD_DIFFERS);
        assertThat(found.number()).isEqualTo(5);
    }

    @Example
    void aChainWhoseEndWasRemovedIsShorterThanTheHeadThatWasNoted() {
        List<Linked> chain = chain(5);
        Map<Long, String> heads = Map.of(5L, chain.getLast().link().hash());
        ChainWalk walk = walk(chain.subList(0, 3), heads);
        walk.end(3);

        assertThat(walk.first().orElseThrow().kind()).isEqualTo(Break.Kind.LINK_MISSING);
        assertThat(walk.first().orElseThrow().detail().en())
                .contains("ends at 3")
                .contains("head 5");
    }

    @Example
    void aLinkThatIsGoneLeavesAGap() {
        List<Linked> chain = chain(6);
        chain.remove(2);

        Break found = walk(chain, Map.of()).first().orElseThrow();

        assertThat(found.kind()).isEqualTo(Break.Kind.LINK_MISSING);
        assertThat(found.number()).isEqualTo(3);
    }

    @Example
    void theWaySomethingIsFoundCannotBeHiddenEither() {
        List<Linked> chain = chain(2);
        Linked touched = chain.getFirst();
        chain.set(0, new Linked(touched.link(), touched.row(), java.util.Set.of()));

        assertThat(walk(chain, Map.of()).first().orElseThrow().detail().en()).contains("found by");
    }

    @Example
    void detailsReadTheSameInWhateverOrderTheyCame() {
        assertThat(Content.details(Map.of("b", "2", "甲", "1", "a", "1:2,"))).isEqualTo("1:a,4:1:2,,1:b,1:2,3:甲,1:1,");
    }

    private static ChainWalk walk(List<Linked> chain, Map<Long, String> heads) {
        ChainWalk walk = new ChainWalk(Optional.empty(), heads);
        for (Linked linked : chain) {
            if (!walk.next(linked)) {
                break;
            }
        }
        return walk;
    }

    /** A chain whose algorithm changes half-way. */
    private static List<Linked> chain(int length) {
        List<Linked> chain = new ArrayList<>();
        Optional<Link> head = Optional.empty();
        for (int i = 0; i < length; i++) {
            Instant at = START.plusSeconds(i);
            AuditEntry entry = new AuditEntry(
                    Optional.of(UUID.randomUUID()),
                    "zhang",
                    "kite.flown",
                    AuditOutcome.DONE,
                    Optional.empty(),
                    Map.of("id", "kite-" + i, "place", "hill"),
                    Optional.of("127.0.0.1"));
            AuditRow row = new AuditRow(Ids.at(at), at, entry);
            AuditAlgorithm algorithm = i < length / 2 ? AuditAlgorithm.SM3 : AuditAlgorithm.SHA_256;
            Link link = Link.after(head, row, at.plusMillis(500), algorithm);
            chain.add(new Linked(link, Optional.of(row), Things.of(entry.event(), entry.details())));
            head = Optional.of(link);
        }
        return chain;
    }

    private static Linked numbered(Linked linked, long number) {
        Link link = linked.link();
        Link moved = new Link(
                number,
                link.at(),
                link.entry(),
                link.sealedAt(),
                link.algorithm(),
                link.content(),
                link.parts(),
                link.hash());
        return new Linked(moved, linked.row(), linked.things());
    }
}
