package org.chengshu.data.tag;

import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.LineageSource;
import org.chengshu.formula.FormulaFault;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Type;
import org.springframework.stereotype.Component;

/** Which fields decide on a tag. */
@Component
final class TagLineage implements LineageSource {
    private final Tags tags;
    private final Datasets datasets;

    TagLineage(Tags tags, Datasets datasets) {
        this.tags = tags;
        this.datasets = datasets;
    }

    @Override
    public Stream<LineageEdge> edges() {
        return tags.list().stream().flatMap(this::edges);
    }

    private Stream<LineageEdge> edges(Tag tag) {
        Point to = Point.of(Kind.TAG, tag.id(), Point.ROWS);
        Maker maker = new Maker(
                "tag",
                tag.id(),
                tag.title(),
                "data",
                String.valueOf(tag.version()),
                Optional.of("/data/tags/" + tag.id()));
        Stream<LineageEdge> asked = tag.where().stream()
                .map(Condition::field)
                .distinct()
                .map(field -> new LineageEdge(Point.field(tag.dataset(), field), to, How.FILTERED, maker));
        Stream<LineageEdge> computed = datasets.find(tag.dataset()).stream()
                .flatMap(dataset -> inputs(tag, dataset))
                .map(field -> new LineageEdge(Point.field(tag.dataset(), field), to, How.COMPUTED, maker));
        Stream<LineageEdge> key =
                Stream.of(new LineageEdge(Point.field(tag.dataset(), tag.key()), to, How.COPIED, maker));
        return Stream.of(key, asked, computed).flatMap(edges -> edges);
    }

    private static Stream<String> inputs(Tag tag, Dataset dataset) {
        try {
            return tag.formula().stream()
                    .flatMap(source ->
                            Formulas.compile(source, TagRule.signature(dataset), Type.BOOLEAN).inputs().stream());
        } catch (FormulaFault e) {
            // The dataset has changed under the tag; its runs say so.
            return Stream.empty();
        }
    }
}
