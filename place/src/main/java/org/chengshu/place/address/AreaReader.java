package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.core.tree.Area;
import org.chengshu.place.address.AreaIndex.Entry;
import org.chengshu.place.address.AreaNames.Form;

/** Finds the best ways of reading the beginning of an address as areas. For one text and one thread. */
final class AreaReader {
    // A short name before these is the name of a road or a house: 上海路, 北京西路, 中山大道.
    private static final Pattern ROAD_AHEAD = Pattern.compile(
            "^[东西南北中一二三四五六七八九十]{0,3}(?:路|街(?!道)|大街|大道|道(?!.{0,6}(?:镇|乡))|巷|弄|胡同|里|号|桥|站|广场|大厦|大楼|花园|公司|宾馆|酒店|商场|市场|小区|新村|家园|城)");
    // A division that the tree has not, before one that it has.
    private static final Pattern UNKNOWN =
            Pattern.compile("^[\\p{IsHan}]{1,10}?(?:省|自治区|自治州|地区|市|州|盟|(?<![小园社])区|县|旗|街道办事处|街道|镇|乡)");
    private static final Pattern COUNTRY = Pattern.compile("^(?:中华人民共和国|中国)");
    private static final int MOST_CHAINS = 400;
    private static final int MOST_UNKNOWN = 2;

    private final AreaIndex index;
    private final String text;
    private final Optional<Area> within;
    private final List<AreaChain> best = new ArrayList<>();
    private int tried;

    AreaReader(AreaIndex index, String text, Optional<Area> within) {
        this.index = index;
        this.text = text;
        this.within = within;
    }

    /** The best ones, several when they are as good and end in other areas. */
    List<AreaChain> read() {
        Matcher country = COUNTRY.matcher(text);
        int start = country.find() ? country.end() : 0;
        extend(new AreaChain(List.of(), List.of(), List.of(), start, 0));
        return best;
    }

    private void extend(AreaChain chain) {
        if (++tried > MOST_CHAINS) {
            return;
        }
        keep(chain);
        int before = tried;
        List<AreaChain> longer = new ArrayList<>();
        index.at(text, chain.end(), (entry, end) -> step(chain, entry, end).ifPresent(longer::add));
        longer.forEach(this::extend);
        if (tried == before || longer.stream().allMatch(AreaReader::endsShort)) {
            skip(chain);
        }
    }

    private static boolean endsShort(AreaChain chain) {
        return chain.steps().getLast().form() == Form.SHORT;
    }

    private Optional<AreaChain> step(AreaChain chain, Entry entry, int end) {
        Area area = entry.area();
        if (!fits(chain, area) || (entry.form() == Form.SHORT && !mayBeShort(chain, entry, end))) {
            return Optional.empty();
        }
        String written = text.substring(chain.end(), end);
        return Optional.of(chain.with(
                new AreaChain.Step(area, entry.form(), entry.former(), written, entry.level(), leftOut(chain, entry)),
                end));
    }

    private boolean fits(AreaChain chain, Area area) {
        if (!chain.above().isEmpty() && chain.isEmpty() && area.parent().isPresent()) {
            // 鹤岗市南山区 is not the 南山区 of a tree that has no 鹤岗市.
            return false;
        }
        String above = chain.isEmpty()
                ? within.map(Area::path).orElse("/")
                : chain.last().path();
        return (area.path().startsWith(above) && area.path().length() > above.length())
                || (chain.isEmpty() && within.filter(area::equals).isPresent())
                || (chain.isEmpty()
                        && within.filter(inner -> inner.path().startsWith(area.path()))
                                .isPresent());
    }

    private boolean mayBeShort(AreaChain chain, Entry entry, int end) {
        boolean deep = entry.level() > 2;
        if (deep && chain.isEmpty() && within.isEmpty()) {
            return false;
        }
        return !ROAD_AHEAD.matcher(text).region(end, text.length()).lookingAt();
    }

    private static int leftOut(AreaChain chain, Entry entry) {
        return chain.isEmpty()
                ? 0
                : Math.max(0, entry.level() - chain.steps().getLast().level() - 1);
    }

    /** Passes over a division that is not in the tree, when one that is follows. */
    private void skip(AreaChain chain) {
        if (chain.passed() >= MOST_UNKNOWN) {
            return;
        }
        Matcher unknown = UNKNOWN.matcher(text).region(chain.end(), text.length());
        if (unknown.lookingAt()) {
            AreaChain past = chain.past(unknown.group(), unknown.end());
            index.at(text, past.end(), (entry, end) -> step(past, entry, end)
                    .filter(longer -> !endsShort(longer))
                    .ifPresent(this::extend));
            if (past.passed() < MOST_UNKNOWN) {
                skip(past);
            }
        }
    }

    private void keep(AreaChain chain) {
        if (chain.isEmpty()) {
            return;
        }
        int score = chain.score();
        if (!best.isEmpty() && score > best.getFirst().score()) {
            best.clear();
        }
        boolean known = best.stream().anyMatch(other -> other.last().equals(chain.last()));
        if (!known && (best.isEmpty() || score == best.getFirst().score())) {
            best.add(chain);
        }
    }
}
