package org.chengshu.data.library.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ClusteringProperties {
    private static final int LARGEST = 6;
    private static final double MARGIN = 0.02;

    /** A small world: rows with codes and numbers, some without, links of any score, some decisions. */
    private record World(int rows, List<KeyColumn> keys, Links links, List<Judgement> judgements) {
        static World of(long seed) {
            Random random = new Random(seed);
            int rows = 2 + random.nextInt(30);
            KeyColumn code = new KeyColumn(hashes(random, rows, 8, 0.5), true, Set.of());
            KeyColumn phone = new KeyColumn(hashes(random, rows, 8, 0.7), false, Set.of());
            Links.Maker links = Links.maker();
            IntStream.range(0, random.nextInt(2 * rows))
                    .forEach(i -> links.add(random.nextInt(rows), random.nextInt(rows), random.nextInt(100) / 100.0));
            List<Judgement> judgements = new ArrayList<>();
            IntStream.range(0, random.nextInt(4))
                    .forEach(i -> judgements.add(new Judgement(
                            random.nextInt(3) == 0,
                            List.of(random.nextInt(rows)),
                            List.of(random.nextInt(rows), random.nextInt(rows)))));
            return new World(rows, List.of(code, phone), links.links(), judgements);
        }

        private static long[] hashes(Random random, int rows, int values, double absent) {
            return IntStream.range(0, rows)
                    .mapToLong(i -> random.nextDouble() < absent ? 0 : 1 + random.nextInt(values))
                    .toArray();
        }

        Grouping group() {
            return Clustering.of(rows, keys, links, judgements, LARGEST, MARGIN);
        }
    }

    @Property(tries = 500)
    void twoDifferentIdentityKeysNeverEndInOneRecord(@ForAll long seed) {
        World world = World.of(seed);
        int[] group = world.group().group();
        Map<Integer, Long> known = new HashMap<>();
        for (int row = 0; row < world.rows(); row++) {
            long code = world.keys().getFirst().hashes()[row];
            if (code != 0) {
                Long former = known.putIfAbsent(group[row], code);
                assertThat(former == null || former == code).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void whatPeopleHoldApartStaysApart(@ForAll long seed) {
        World world = World.of(seed);
        int[] group = world.group().group();
        for (Judgement one : world.judgements()) {
            if (!one.together()) {
                one.left().forEach(left -> one.right().stream()
                        .filter(right -> !right.equals(left))
                        .forEach(right -> assertThat(group[left]).isNotEqualTo(group[right])));
            }
        }
    }

    @Property(tries = 500)
    void whatPeoplePutTogetherIsTogetherOrToldOf(@ForAll long seed) {
        World world = World.of(seed);
        Grouping result = world.group();
        for (int i = 0; i < world.judgements().size(); i++) {
            Judgement one = world.judgements().get(i);
            if (one.together() && !result.unmet().contains(i)) {
                Set<Integer> groups = new HashSet<>();
                one.left().forEach(row -> groups.add(result.group()[row]));
                one.right().forEach(row -> groups.add(result.group()[row]));
                assertThat(groups).hasSize(1);
            }
        }
    }

    @Property(tries = 500)
    void rowsAreGroupsAndJoins(@ForAll long seed) {
        World world = World.of(seed);
        Grouping result = world.group();
        long groups = Arrays.stream(result.group()).distinct().count();
        assertThat(groups + result.joins()).isEqualTo(world.rows());
        for (int row = 0; row < world.rows(); row++) {
            assertThat(result.group()[row]).isLessThanOrEqualTo(row);
            assertThat(result.group()[result.group()[row]]).isEqualTo(result.group()[row]);
        }
    }

    @Property(tries = 300)
    void noRecordGrowsBeyondItsLimitUnlessPeopleWantIt(@ForAll long seed) {
        World world = World.of(seed);
        Grouping result = Clustering.of(world.rows(), world.keys(), world.links(), List.of(), LARGEST, MARGIN);
        Map<Integer, Long> sizes = new HashMap<>();
        Arrays.stream(result.group()).forEach(group -> sizes.merge(group, 1L, Long::sum));
        assertThat(sizes.values()).allMatch(size -> size <= LARGEST);
    }

    @Property(tries = 500)
    void aPartDoneAnewComesOutAsInTheWhole(@ForAll long seed) {
        World world = World.of(seed);
        int[] whole = world.group().group();
        for (Set<Integer> part : connected(world)) {
            int[] rows = part.stream().mapToInt(Integer::intValue).sorted().toArray();
            World alone = part(world, rows);
            int[] group = alone.group().group();
            for (int i = 0; i < rows.length; i++) {
                assertThat(rows[group[i]]).isEqualTo(whole[rows[i]]);
            }
        }
    }

    @Property(tries = 500)
    void theOrderOfLinksDoesNotMatter(@ForAll long seed) {
        World world = World.of(seed);
        Links.Maker turned = Links.maker();
        for (int i = world.links().size() - 1; i >= 0; i--) {
            turned.add(
                    world.links().right(i), world.links().left(i), world.links().score(i));
        }
        World other = new World(world.rows(), world.keys(), turned.links(), world.judgements());
        assertThat(other.group().group()).isEqualTo(world.group().group());
    }

    @Property(tries = 500)
    void recordsKeepTheirNumbersOverARebuild(@ForAll long seed) {
        int[] group = World.of(seed).group().group();
        long[] numbers = new long[group.length];
        for (int row = 0; row < group.length; row++) {
            numbers[row] = 1_000L + group[row];
        }
        long[] kept = Identities.keep(group, numbers);
        for (int row = 0; row < group.length; row++) {
            assertThat(kept[group[row]]).isEqualTo(numbers[row]);
        }
    }

    @Property(tries = 500)
    void noNumberIsGivenTwice(@ForAll long seed) {
        int[] before = World.of(seed).group().group();
        int[] after = World.of(seed + 1).group().group();
        int rows = Math.min(before.length, after.length);
        int[] group = Arrays.stream(after).limit(rows).toArray();
        long[] former = Arrays.stream(before).limit(rows).mapToLong(i -> i + 1L).toArray();
        long[] kept = Arrays.stream(Identities.keep(group, former))
                .filter(number -> number != 0)
                .toArray();
        assertThat(kept).doesNotHaveDuplicates();
    }

    private static List<Set<Integer>> connected(World world) {
        int[] mark = IntStream.range(0, world.rows()).toArray();
        List<int[]> pairs = new ArrayList<>();
        for (int link = 0; link < world.links().size(); link++) {
            pairs.add(new int[] {world.links().left(link), world.links().right(link)});
        }
        world.judgements().forEach(one -> one.left()
                .forEach(left -> one.right().forEach(right -> pairs.add(new int[] {left, right}))));
        world.keys().forEach(key -> pairs.addAll(sameKey(key.hashes())));
        for (int round = 0; round < world.rows(); round++) {
            pairs.forEach(pair -> mark[pair[0]] = mark[pair[1]] = Math.min(mark[pair[0]], mark[pair[1]]));
        }
        Map<Integer, Set<Integer>> parts = new HashMap<>();
        IntStream.range(0, mark.length).forEach(row -> parts.computeIfAbsent(mark[row], absent -> new HashSet<>())
                .add(row));
        return List.copyOf(parts.values());
    }

    private static List<int[]> sameKey(long[] hashes) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < hashes.length; a++) {
            for (int b = a + 1; b < hashes.length; b++) {
                if (hashes[a] != 0 && hashes[a] == hashes[b]) {
                    pairs.add(new int[] {a, b});
                }
            }
        }
        return pairs;
    }

    private static World part(World world, int[] rows) {
        Links.Maker links = Links.maker();
        for (int link = 0; link < world.links().size(); link++) {
            int left = Arrays.binarySearch(rows, world.links().left(link));
            int right = Arrays.binarySearch(rows, world.links().right(link));
            if (left >= 0 && right >= 0) {
                links.add(left, right, world.links().score(link));
            }
        }
        List<KeyColumn> keys = world.keys().stream()
                .map(key -> new KeyColumn(
                        Arrays.stream(rows).mapToLong(row -> key.hashes()[row]).toArray(),
                        key.identity(),
                        key.allowed()))
                .toList();
        List<Judgement> judgements = world.judgements().stream()
                .filter(one -> Arrays.binarySearch(rows, one.left().getFirst()) >= 0)
                .map(one -> new Judgement(one.together(), places(rows, one.left()), places(rows, one.right())))
                .toList();
        return new World(rows.length, keys, links.links(), judgements);
    }

    private static List<Integer> places(int[] rows, List<Integer> of) {
        return of.stream().map(row -> Arrays.binarySearch(rows, row)).toList();
    }
}
