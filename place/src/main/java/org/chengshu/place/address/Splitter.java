package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.tree.Area;
import org.chengshu.kernel.Text;
import org.chengshu.place.AddressSplit;
import org.chengshu.place.AddressSplit.NamedArea;

/** Puts areas and house together into one answer. Pure. */
final class Splitter {
    private static final double MOST_WHEN_SEVERAL_FIT = 0.5;
    private static final int MOST_NAMED = 5;

    private Splitter() {}

    static AddressSplit split(AreaIndex index, String delivered, Optional<Area> within) {
        String text = AddressText.plain(delivered);
        List<AreaChain> chains = new AreaReader(index, text, within).read();
        List<Text> doubts = new ArrayList<>();
        AreaChain chain = certain(chains, index, doubts);
        String outside = chain.isEmpty() ? AddressText.outsideOf(text, index) : "";
        HouseParts house = new HouseParts(text, Math.max(chain.end(), outside.length())).read();
        List<String> unknown = new ArrayList<>(chain.unknown());
        if (!outside.isEmpty()) {
            unknown.add(outside);
        }
        doubt(chain, unknown, doubts);
        unknown.addAll(0, chain.above());
        return new AddressSplit(
                chain.isEmpty() ? Optional.empty() : Optional.of(chain.last().path()),
                chain.steps().stream().map(Splitter::named).toList(),
                unknown,
                house.zone,
                house.locality,
                house.road,
                house.number,
                house.building,
                house.unit,
                house.floor,
                house.room,
                house.rest(),
                confidence(chain, chains.size()),
                doubts);
    }

    /** The one reading, or what all readings share. */
    private static AreaChain certain(List<AreaChain> chains, AreaIndex index, List<Text> doubts) {
        if (chains.isEmpty()) {
            return AreaChain.EMPTY;
        }
        AreaChain first = chains.getFirst();
        if (chains.size() == 1) {
            return first;
        }
        String paths = chains.stream()
                .limit(MOST_NAMED)
                .map(chain -> fullName(index, chain.last()))
                .collect(Collectors.joining("、"));
        String written = first.steps().getLast().written();
        doubts.add(Text.of(
                "“" + written + "”可指 " + chains.size() + " 个区域：" + paths,
                "'" + written + "' fits " + chains.size() + " areas: " + paths));
        List<AreaChain.Step> shared = first.steps().stream()
                .filter(step -> chains.stream()
                        .allMatch(chain ->
                                chain.last().path().startsWith(step.area().path())))
                .toList();
        return new AreaChain(shared, first.above(), first.unknown(), first.end(), first.matched());
    }

    private static void doubt(AreaChain chain, List<String> unknown, List<Text> doubts) {
        unknown.forEach(name -> doubts.add(Text.of("区域树中没有“" + name + "”", "the tree has no '" + name + "'")));
        for (AreaChain.Step step : chain.steps()) {
            if (step.former()) {
                doubts.add(Text.of(
                        "“" + step.written() + "”是 " + step.area().name().zh() + " 的旧称或别名",
                        "'" + step.written() + "' is another or former name of "
                                + step.area().name().en()));
            }
        }
        if (chain.isEmpty() && doubts.isEmpty()) {
            doubts.add(Text.of("没有认出任何区域", "no area was recognised"));
        }
    }

    private static double confidence(AreaChain chain, int readings) {
        if (chain.isEmpty()) {
            return 0;
        }
        double sure = Math.round(chain.confidence() * 100) / 100.0;
        return readings > 1 ? Math.min(MOST_WHEN_SEVERAL_FIT, sure) : sure;
    }

    private static NamedArea named(AreaChain.Step step) {
        return new NamedArea(step.area().code(), step.area().kind(), step.area().name(), step.written());
    }

    private static String fullName(AreaIndex index, Area area) {
        String above = area.parent()
                .filter(index::has)
                .map(code -> fullName(index, index.get(code)))
                .orElse("");
        return above + area.name().zh();
    }
}
