package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.chengshu.core.tree.Area;
import org.chengshu.place.address.AreaNames.Form;

/** All written forms of all areas as a tree of characters. Immutable once built. */
final class AreaIndex {
    /** One area under one of its written forms. */
    record Entry(Area area, Form form, boolean former, int level) {}

    private static final class Letter {
        private final Map<Character, Letter> next = new HashMap<>(2);
        private final List<Entry> entries = new ArrayList<>(1);
    }

    private final Letter root = new Letter();
    private final Map<String, Area> byCode = new HashMap<>();
    private final List<String> roots = new ArrayList<>();

    AreaIndex(List<Area> areas, List<AreaName> more) {
        areas.forEach(area -> byCode.put(area.code(), area));
        for (Area area : areas) {
            int level = level(area);
            AreaNames.of(area.name().zh())
                    .forEach((written, form) -> put(written, new Entry(area, form, false, level)));
            if (area.parent().isEmpty()) {
                roots.add(area.code());
            }
        }
        for (AreaName name : more) {
            Area area = byCode.get(name.area());
            if (area != null) {
                put(name.name(), new Entry(area, Form.FULL, name.former(), level(area)));
            }
        }
    }

    /** Every form that stands at this place of the text, with where it ends. */
    void at(String text, int from, BiConsumer<Entry, Integer> found) {
        Letter letter = root;
        for (int at = from; at < text.length(); at++) {
            letter = letter.next.get(text.charAt(at));
            if (letter == null) {
                return;
            }
            for (Entry entry : letter.entries) {
                found.accept(entry, at + 1);
            }
        }
    }

    /** 1 for the outermost; levels that nobody writes do not count. */
    int level(Area area) {
        int level = AreaNames.isFiller(area.name().zh()) ? 0 : 1;
        return level + area.parent().map(byCode::get).map(this::level).orElse(0);
    }

    Area get(String code) {
        return byCode.get(code);
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** The codes of the areas that have none above them. */
    List<String> roots() {
        return roots;
    }

    private void put(String written, Entry entry) {
        Letter letter = root;
        for (int i = 0; i < written.length(); i++) {
            letter = letter.next.computeIfAbsent(written.charAt(i), c -> new Letter());
        }
        letter.entries.add(entry);
    }
}
