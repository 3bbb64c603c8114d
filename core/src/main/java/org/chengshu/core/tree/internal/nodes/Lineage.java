package org.chengshu.core.tree.internal.nodes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.tree.Reach;

/**
 * Leads from paths that were written at some time to today's tree. A path ends with the code of the node it belongs to; the
 * node is where it is now, or its successors are, or what it last lay in. Pure; safe for many threads.
 */
public final class Lineage {
    private final Map<String, String> today = new HashMap<>();
    private final Map<String, Set<String>> successors = new HashMap<>();
    private final TreeMap<String, String> known = new TreeMap<>();
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();

    /** A path on which a node has lain and lies no longer. */
    public record Lain(String path, String code) {}

    /** Who took over from whom. */
    public record Succession(String predecessor, String successor) {}

    public Lineage(Map<String, String> today, List<Lain> former, List<Succession> successions) {
        this.today.putAll(today);
        former.forEach(lain -> known.put(lain.path(), lain.code()));
        today.forEach((code, path) -> known.put(path, code));
        successions.forEach(each -> successors
                .computeIfAbsent(each.predecessor(), code -> new TreeSet<>())
                .add(each.successor()));
    }

    /** What belongs to the node at this path of today. */
    public Reach reach(String path) {
        return reaches.computeIfAbsent(path, this::worked);
    }

    private Reach worked(String path) {
        List<String> within = new ArrayList<>();
        List<String> without = new ArrayList<>();
        Deque<Verdict> around = new ArrayDeque<>();
        for (String at : known.keySet()) {
            while (!around.isEmpty() && !at.startsWith(around.peek().path())) {
                around.pop();
            }
            boolean in = homes(at).stream().anyMatch(home -> home.startsWith(path));
            boolean before = !around.isEmpty() && around.peek().in();
            if (in != before) {
                (in ? within : without).add(at);
            }
            around.push(new Verdict(at, in));
        }
        return new Reach(within, without);
    }

    private record Verdict(String path, boolean in) {}

    /** The one path of today for a path of any day: where several took over, what holds them all. */
    public String present(String path) {
        SortedSet<String> homes = homes(path);
        if (homes.isEmpty()) {
            return path;
        }
        String first = homes.first();
        String last = homes.last();
        int same = 0;
        for (int i = 0; i < Math.min(first.length(), last.length()) && first.charAt(i) == last.charAt(i); i++) {
            same = first.charAt(i) == '/' ? i + 1 : same;
        }
        return first.substring(0, Math.max(1, same));
    }

    private SortedSet<String> homes(String path) {
        List<String> codes =
                Arrays.stream(path.split("/")).filter(code -> !code.isEmpty()).toList();
        for (String code : codes.reversed()) {
            SortedSet<String> homes = new TreeSet<>();
            follow(code, homes, new HashSet<>());
            if (!homes.isEmpty()) {
                return homes;
            }
        }
        return new TreeSet<>();
    }

    private void follow(String code, Set<String> homes, Set<String> seen) {
        if (!seen.add(code)) {
            return;
        }
        String path = today.get(code);
        if (path != null) {
            homes.add(path);
        } else {
            successors.getOrDefault(code, Set.of()).forEach(next -> follow(next, homes, seen));
        }
    }
}
