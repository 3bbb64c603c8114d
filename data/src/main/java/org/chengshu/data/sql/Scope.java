package org.chengshu.data.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.sql.Answer.Named;

/** The names that one query level may use, and the levels around it. */
final class Scope {
    private final Optional<Scope> around;
    private final Map<String, Answer> commons;
    private final Map<String, List<Named>> entries = new LinkedHashMap<>();
    private final List<List<Named>> groups = new ArrayList<>();
    private final Deque<Integer> commas = new ArrayDeque<>();
    private final Map<String, Flow> windows = new HashMap<>();
    private Flow rows = Flow.NONE;
    private boolean aggregated;
    private boolean broken;

    private Scope(Optional<Scope> around, Map<String, Answer> commons) {
        this.around = around;
        this.commons = new HashMap<>(commons);
    }

    static Scope top() {
        return new Scope(Optional.empty(), Map.of());
    }

    /** A level inside, which sees this one's names behind its own. */
    Scope inside() {
        return new Scope(Optional.of(this), commons);
    }

    /** A level beside, which sees what is around this one only. */
    Scope beside() {
        return new Scope(around, commons);
    }

    Optional<Answer> common(String name) {
        return Optional.ofNullable(commons.get(name));
    }

    void common(String name, Answer answer) {
        commons.put(name, answer);
    }

    /** Begins a part of FROM of its own. */
    void group() {
        groups.add(List.of());
        commas.push(0);
    }

    /** Begins a part that a comma sets apart: a join binds more tightly. */
    void comma() {
        groups.add(List.of());
        commas.push(commas.pop() + 1);
    }

    /** Ends the part begun last, with those behind its commas, and answers its columns. */
    List<Named> ungroup() {
        int parts = commas.pop() + 1;
        List<List<Named>> ended = groups.subList(groups.size() - parts, groups.size());
        List<Named> columns = ended.stream().flatMap(List::stream).toList();
        ended.clear();
        return columns;
    }

    List<Named> lastGroup() {
        return groups.getLast();
    }

    void lastGroup(List<Named> columns) {
        groups.set(groups.size() - 1, columns);
    }

    /** Whether the name was free. */
    boolean entry(String alias, List<Named> columns) {
        return entries.putIfAbsent(alias, columns) == null;
    }

    Optional<List<Named>> entry(String alias) {
        Optional<List<Named>> own = Optional.ofNullable(entries.get(alias));
        return own.isPresent() ? own : around.flatMap(outer -> outer.entry(alias));
    }

    boolean hasEntries() {
        return !groups.isEmpty();
    }

    List<Named> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    List<Named> named(String column) {
        return all().stream().filter(named -> named.name().equals(column)).toList();
    }

    Optional<Scope> around() {
        return around;
    }

    void rows(Flow more) {
        rows = rows.and(more);
    }

    Flow rows() {
        return rows;
    }

    void window(String name, Flow flow) {
        windows.put(name, flow);
    }

    Optional<Flow> window(String name) {
        return Optional.ofNullable(windows.get(name));
    }

    void aggregate() {
        aggregated = true;
    }

    boolean aggregated() {
        return aggregated;
    }

    /** Names in it are not known in full, so that a missing one is no fault of its own. */
    void breakDown() {
        broken = true;
    }

    boolean isBroken() {
        return broken || around.map(Scope::isBroken).orElse(false);
    }
}
