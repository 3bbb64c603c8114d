package org.chengshu.sense.device;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.words.Needle;
import org.chengshu.sense.words.WordQuery;

/**
 * One query as it is asked of device after device, the cheap questions first. What depends on the area or the product alone
 * is answered once for each of them, as there are few. For one thread.
 */
final class DeviceMatch {
    private final DeviceQuery query;
    private final Function<KnownDevice, DeviceStatus> status;
    private final Answers<DevicePlace> placeFits;
    private final List<Word> words;
    private final Optional<Needle> codeStart;
    private final List<Needle> marked;
    private final IntPredicate among;

    DeviceMatch(
            DeviceQuery query,
            Predicate<DevicePlace> reachable,
            Surroundings around,
            Function<KnownDevice, DeviceStatus> status) {
        this.query = query;
        this.status = status;
        this.placeFits = new Answers<>(place -> reachable.test(place)
                && query.area().filter(reach -> !reach.covers(place.path())).isEmpty());
        this.words = query.words().words().stream()
                .map(word -> new Word(new Needle(word), around))
                .toList();
        this.codeStart = query.words().codeStart().map(Needle::new);
        this.marked = Stream.of(
                        codeStart.stream(),
                        words.stream().filter(word -> !word.elsewhere).map(word -> word.needle),
                        needles(query.tags()),
                        needles(query.words().tags()))
                .flatMap(each -> each)
                .toList();
        this.among = query.among().orElse(id -> true);
    }

    /** A tag and its value stand beside each other in the text that is marked. */
    private static Stream<Needle> needles(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Needle(
                        tag.getValue().equals(WordQuery.ANY) ? tag.getKey() : tag.getKey() + "\0" + tag.getValue()));
    }

    /** The marks come first, because they stand in a row: most devices are never touched. */
    boolean fits(DeviceRows.Snapshot rows, int id) {
        for (Needle needle : marked) {
            if (!rows.mayHold(id, needle)) {
                return false;
            }
        }
        KnownDevice device = rows.devices()[id];
        return device != null && among.test(id) && fits(device);
    }

    private boolean fits(KnownDevice device) {
        return fitsByItself(device)
                && placeFits.of(device.place())
                && words.stream().allMatch(word -> word.fits(device))
                && hasTags(device, query.tags())
                && hasTags(device, query.words().tags())
                && query.status().filter(asked -> status.apply(device) != asked).isEmpty();
    }

    private boolean fitsByItself(KnownDevice device) {
        boolean alive = query.lifecycle().isEmpty()
                ? device.lifecycle() != Lifecycle.RETIRED
                : device.lifecycle() == query.lifecycle().get();
        return alive
                && same(query.product(), Optional.of(device.product().id()))
                && same(query.owner(), device.owner())
                && same(query.parent(), device.parent())
                && codeStart.filter(start -> !start.begins(device.code())).isEmpty();
    }

    private static boolean same(Optional<String> asked, Optional<String> its) {
        return asked.isEmpty() || asked.equals(its);
    }

    private static boolean hasTags(KnownDevice device, Map<String, String> asked) {
        if (asked.isEmpty()) {
            return true;
        }
        Map<String, String> its = device.tags();
        return asked.entrySet().stream()
                .allMatch(tag -> tag.getValue().equals(WordQuery.ANY)
                        ? its.containsKey(tag.getKey())
                        : tag.getValue().equals(its.get(tag.getKey())));
    }

    /** All areas in which devices stand, with what they are called, and all products. */
    record Surroundings(
            Collection<DevicePlace> places,
            Function<DevicePlace, List<String>> names,
            Collection<DeviceModel> models) {}

    /** A word and where it was found already; elsewhere: not only in a device's own text. */
    private static final class Word {
        private final Needle needle;
        private final Answers<DevicePlace> inPlace;
        private final Answers<DeviceModel> inModel;
        private final boolean elsewhere;

        Word(Needle needle, Surroundings around) {
            this.needle = needle;
            this.inPlace =
                    new Answers<>(place -> around.names.apply(place).stream().anyMatch(needle::isIn));
            this.inModel = new Answers<>(model -> needle.isIn(model.product.id())
                    || needle.isIn(model.product.title().zh())
                    || needle.isIn(model.product.title().en()));
            this.elsewhere = around.places.stream().anyMatch(inPlace::of)
                    || around.models.stream().anyMatch(inModel::of);
        }

        boolean fits(KnownDevice device) {
            return (elsewhere && (inPlace.of(device.place()) || inModel.of(device.model())))
                    || needle.isIn(device.about())
                    || needle.isIn(device.code());
        }
    }

    private static final class Answers<T> {
        private final IdentityHashMap<T, Boolean> known = new IdentityHashMap<>();
        private final Predicate<T> ask;
        private T last;
        private boolean lastAnswer;

        Answers(Predicate<T> ask) {
            this.ask = ask;
        }

        @SuppressWarnings("ReferenceEquality") // what many share is one object
        boolean of(T thing) {
            if (thing != last) {
                lastAnswer = known.computeIfAbsent(thing, ask::test);
                last = thing;
            }
            return lastAnswer;
        }
    }
}
